using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>Checks an accounting file (fichier des écritures comptables): the official verdict and the probative controls, in one pass.</summary>
/// <remarks>
/// Sources: LPF art. A47 A-1, and the published behaviour of the tax office's checker (Test Compta Demat 1_00_10b); docs/fec.md explains each rule.
/// Memory grows with entries and accounts, and by at most sixteen bytes a line; time grows with the length of the file. Checks may run in parallel.
/// </remarks>
public static class CheckFec
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The file, in one part or several.</param>
    /// <param name="options">What is known beside it.</param>
    /// <param name="previous">An earlier state of the same year, or the file of the year before: which of them is told by its name and its dates.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="UnreadableFec">A file cannot be read, changed while it was read, or the previous one is of another company.</exception>
    public static FecReport Run(FecFile file, FecOptions? options = null, FecFile? previous = null, CancellationToken token = default) =>
        Run(file, options, previous is null ? [] : [previous], token);

    /// <summary>Checks a file against several earlier ones: of each kind, an earlier state of the same year and the year before, the first counts.</summary>
    /// <inheritdoc cref="Run(FecFile, FecOptions?, FecFile?, CancellationToken)"/>
    public static FecReport Run(FecFile file, FecOptions? options, IReadOnlyList<FecFile> previous, CancellationToken token)
    {
        options ??= new();
        IReadOnlyList<ReadBefore> before = [.. previous.Select(earlier => ReadPrevious(file, earlier, token))];
        try
        {
            using var run = new FecRun(file, options, isCompared: before.Count > 0, token);
            var (format, isWhole) = FecReader.Read(file, run, token);
            return isWhole && run.OtherClosing is { } closing ? AsNamed(file, options, closing, before, token) : run.Report(format, isWhole, before);
        }
        finally
        {
            foreach (var read in before)
            {
                read.Books.Dispose();
            }
        }
    }

    /// <summary>Reads once more, for the year that the file is about: which of the two closings is right is one question, not thousands of faults.</summary>
    private static FecReport AsNamed(FecFile file, FecOptions options, DateOnly closing, IReadOnlyList<ReadBefore> before, CancellationToken token)
    {
        using var run = new FecRun(file, options with { Closing = closing, Opening = null }, isCompared: before.Count > 0, token, options.Closing);
        var (format, isWhole) = FecReader.Read(file, run, token);
        return run.Report(format, isWhole, before);
    }

    private static ReadBefore ReadPrevious(FecFile file, FecFile previous, CancellationToken token)
    {
        var (name, earlier) = (FecName.Parse(file.Name), FecName.Parse(previous.Name));
        if (name?.Siren is { } siren && earlier?.Siren is { } other && siren != other)
        {
            throw new UnreadableFec(Texts.Previous_OtherCompany.With(previous.Name, other, siren));
        }

        var sink = new BooksOnly();
        var (format, isWhole) = FecReader.Read(previous, sink, token);
        return isWhole ? new(sink.Books, earlier, FileText.Of(format)) : throw new UnreadableFec(Texts.Previous_NotRead.With(previous.Name));
    }
}

/// <summary>A previous file, read.</summary>
internal sealed record ReadBefore(RunningBooks Books, FecName? Name, System.Text.Encoding Text);

/// <summary>Adds up a file without checking it.</summary>
internal sealed class BooksOnly : IFecSink
{
    public RunningBooks Books { get; } = new(isCompared: true);

    public void Line(FecLine line) => Books.Add(line);
}
