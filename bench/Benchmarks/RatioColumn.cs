using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Pupitre.Benchmarks;

/// <summary>States the limit of a benchmark in nanoseconds per operation.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LimitAttribute(double nanoseconds) : Attribute
{
    public double Nanoseconds { get; } = nanoseconds;
}

/// <summary>Mean divided by the stated limit: at most 1.00 keeps it.</summary>
internal sealed class RatioToLimitColumn : IColumn
{
    public string Id => nameof(RatioToLimitColumn);

    public string ColumnName => "Of limit";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Mean / stated limit (1.00 or less keeps it)";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var limit = (LimitAttribute?)Attribute.GetCustomAttribute(benchmarkCase.Descriptor.WorkloadMethod, typeof(LimitAttribute));
        return limit is null || summary[benchmarkCase]?.ResultStatistics is not { } statistics
            ? "-"
            : (statistics.Mean / limit.Nanoseconds).ToString("0.00", CultureInfo.InvariantCulture);
    }

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
