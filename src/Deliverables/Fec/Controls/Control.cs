using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>A probative control: it may follow the lines, and says at the end what it found.</summary>
internal abstract class Control(string id) : IDisposable
{
    public string Id { get; } = id;

    /// <summary>Looks at a line alone, as soon as it is cut: on another thread than <see cref="Line"/>, so that the two share nothing that either writes.</summary>
    public virtual void Look(FecLine line)
    {
    }

    /// <summary>Follows a line, once the books have it.</summary>
    public virtual void Line(FecLine line, RunningBooks books)
    {
    }

    /// <summary>Gives back what was lent to it.</summary>
    public virtual void Dispose()
    {
    }

    public abstract IEnumerable<ControlFinding> Find(ControlMatter matter);

    /// <summary>Words for what is missing to run the control or a part of it.</summary>
    public virtual IEnumerable<string> Missing(ControlMatter matter) => [];

    protected ControlFinding Found(
        string variant, ControlSeverity severity, long count, Amount? amount, IEnumerable<long> lines, params ReadOnlySpan<FindingFact> facts) =>
        new(Id, variant, severity, count, amount?.ToDecimal(), [.. lines], [.. facts]);

    protected ControlFinding Found(string variant, ControlSeverity severity, LineTally tally, params ReadOnlySpan<FindingFact> facts) =>
        Found(variant, severity, tally.Count, null, tally.Lines, facts);
}

/// <summary>What a control may look at once the whole file is read.</summary>
/// <param name="Books">The running books, complete.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Span">Which lines lie outside it.</param>
/// <param name="Options">What is known beside the file.</param>
/// <param name="Name">The file's name, when it is one.</param>
/// <param name="Earlier">An earlier state of the same year, when there is one.</param>
/// <param name="YearBefore">The file of the year before, when there is one.</param>
/// <param name="Text">Decodes the bytes of the file.</param>
/// <param name="DeclaredClosing">The closing that the company declares, when name and entries agree on another one, which then counts; else null.</param>
internal sealed record ControlMatter(
    RunningBooks Books, FecYear Year, YearSpan Span, FecOptions Options, FecName? Name, PreviousFile? Earlier, PreviousFile? YearBefore, System.Text.Encoding Text,
    DateOnly? DeclaredClosing)
{
    /// <summary>Whether so many lines lie outside the year that the file is about another one.</summary>
    public bool IsOfAnotherYear => Span.IsKnown && Span.Outside.Count > Books.Lines * Options.Thresholds.MostShareOutsideYear;

    public string NameOf(NameTable table, int id) => Text.GetString(table[id]);

    public IEnumerable<long> LinesOfEntries(IEnumerable<int> entries) =>
        Books.EntryLines.First(entries.Order().Take(FecReport.MostLines).Select(entry => Books.EntryStates[entry].LastLine));

    public IEnumerable<long> LinesOfSubAccounts(IEnumerable<int> subAccounts) =>
        Books.AccountLines.First(subAccounts.Select(sub => Books.SubAccountStates[sub].LastLine));
}

/// <summary>The previous file, read.</summary>
/// <param name="Books">Its books.</param>
/// <param name="Text">Decodes its bytes.</param>
internal sealed record PreviousFile(RunningBooks Books, System.Text.Encoding Text);
