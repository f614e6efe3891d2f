using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>A rule of the tax office's checker that looks at the lines of a flat file, one after the other.</summary>
internal abstract class OfficialRule(string id, OfficialClass kind)
{
    public string Id { get; } = id;

    /// <summary>Whether it is to be told each line of the file at hand.</summary>
    public virtual bool IsOfLines => true;

    /// <summary>Whether the tax office's checker goes no further once this rule has found something.</summary>
    public virtual bool Stops => false;

    protected OfficialClass Kind { get; } = kind;

    protected LineTally Tally { get; } = new();

    protected FecHeader Header { get; private set; } = null!;

    public virtual void Begin(FecHeader header) => Header = header;

    public virtual void EmptyLine(long number)
    {
    }

    /// <summary>Looks at a line; of one that has more or fewer fields than the header, at those that stand in their place.</summary>
    public virtual void Line(FecLine line)
    {
    }

    public virtual IEnumerable<OfficialFinding> Findings() => Tally.Count > 0 ? [Found(Kind, Tally)] : [];

    protected OfficialFinding Found(OfficialClass of, LineTally tally, params ReadOnlySpan<FindingFact> facts) => new(Id, of, tally.Count, tally.Lines, [.. facts]);

    /// <summary>Found in the header, which is line 1.</summary>
    protected OfficialFinding FoundInHeader(OfficialClass of, int count, params ReadOnlySpan<FindingFact> facts) => new(Id, of, count, [1], [.. facts]);

    protected static FindingFact Names(IEnumerable<FecColumn> columns) => FindingFact.Of(string.Join(", ", columns));

    protected static ImmutableArray<FecColumn> Present(FecHeader header, params ReadOnlySpan<FecColumn> columns)
    {
        var present = ImmutableArray.CreateBuilder<FecColumn>();
        foreach (var column in columns)
        {
            if (header.Has(column))
            {
                present.Add(column);
            }
        }

        return present.ToImmutable();
    }
}
