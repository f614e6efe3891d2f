using BenchmarkDotNet.Attributes;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Tests.Statements;

namespace Pupitre.Benchmarks;

/// <summary>
/// Closing a month of 10,000 cases and verifying its file. Limits: closing at most 2 s and 300 MB, of which this is the computing and the
/// writing; verifying at most 1 s.
/// </summary>
[MemoryDiagnoser]
public class StatementBenchmarks
{
    private const int Cases = 10_000;

    private readonly SomeStatement _some = new(1);
    private Statement _statement = null!;
    private byte[] _file = [];

    [GlobalSetup]
    public void Setup()
    {
        _statement = _some.Statement(Cases);
        _file = StatementFile.Of(_statement, _some.Clear).Write();
    }

    [Benchmark]
    public int Close() => StatementFile.Of(_statement, _some.Clear).Write().Length;

    [Benchmark]
    public bool Verify() => VerifyStatement.Run(_file).IsValid;
}
