using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What a leaf of the schema holds.</summary>
internal enum XmlLeaf
{
    /// <summary>No leaf: elements.</summary>
    None,

    Text,
    Day,
    Amount,
    Account,
    Direction,

    /// <summary>Anything at all: what may follow the amount of a line.</summary>
    Free,
}

/// <summary>One place in a sequence of the schema: the elements of which one stands there, how often, and what it holds.</summary>
internal sealed record XmlParticle(ImmutableArray<string> Names, int Least, int Most, XmlLeaf Leaf = XmlLeaf.None)
{
    /// <summary>What may stand where anything may.</summary>
    public static XmlParticle Free { get; } = new([], 0, int.MaxValue, XmlLeaf.Free);

    /// <summary>Whether it is the side of a line: Debit, Credit, or Montant with Sens. Once it is complete anything may follow.</summary>
    public bool IsSide => Leaf == XmlLeaf.Amount;
}

/// <summary>
/// The official schemas of the XML form, as sequences: formatA47A-I-VII-1 (industrial and commercial profits, corporation tax), VIII-3 (professions and
/// farms under commercial law), VIII-5 (farms on a cash basis), VIII-7 (professions on a cash basis). A file names its own.
/// </summary>
internal sealed class XmlSchema
{
    /// <summary>Where the root says which schema it follows.</summary>
    public const string LocationNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    public const string LocationName = "noNamespaceSchemaLocation";

    private const int Many = int.MaxValue;

    private static readonly FrozenDictionary<string, FecColumn> _columns = Enum.GetValues<FecColumn>().Select(column => (Name: column.ToString(), Column: column))
        .Append((Name: "CompteAuxNum", Column: FecColumn.CompAuxNum)).Append((Name: "CompteAuxLib", Column: FecColumn.CompAuxLib))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Column);

    private static readonly XmlSchema _commercial = new(FecRegime.Commercial, leastOfJournal: 1, []);

    private static readonly FrozenDictionary<string, XmlSchema> _named = new Dictionary<string, XmlSchema>
    {
        ["VII-1"] = _commercial,
        ["VIII-3"] = new(FecRegime.Commercial, leastOfJournal: 0, []),
        ["VIII-5"] = new(FecRegime.FarmCash, leastOfJournal: 0, Cash(least: 1)),
        ["VIII-7"] = new(FecRegime.ProfessionCash, leastOfJournal: 0, [.. Cash(least: 1), Optional("IdClient")]),
    }.ToFrozenDictionary();

    private static readonly ImmutableArray<XmlParticle> _accounts = [Branch("exercice", 1, 1)];
    private static readonly ImmutableArray<XmlParticle> _year = [Day("DateCloture"), Branch("journal", 1, Many)];

    private readonly ImmutableArray<XmlParticle> _journal;
    private readonly ImmutableArray<XmlParticle> _entry;
    private readonly ImmutableArray<XmlParticle> _line;
    private readonly FrozenDictionary<string, ImmutableArray<FecColumn>> _columnsOf;

    private XmlSchema(FecRegime? regime, int leastOfJournal, ImmutableArray<XmlParticle> cash)
    {
        Regime = regime;
        _journal = [Text("JournalCode", leastOfJournal), Text("JournalLib", leastOfJournal), Branch("ecriture", 0, Many)];
        _entry =
        [
            Text("EcritureNum"), Day("EcritureDate"), Text("EcritureLib"), Text("PieceRef"), Day("PieceDate"), Optional("EcritureLet"), Day("DateLet", least: 0),
            Day("ValidDate"), .. cash, Branch("ligne", 2, Many),
        ];
        _line =
        [
            new(["CompteNum"], leastOfJournal, 1, XmlLeaf.Account), Text("CompteLib"),
            new(["CompAuxNum", "CompteAuxNum"], 0, 1, XmlLeaf.Text), new(["CompAuxLib", "CompteAuxLib"], 0, 1, XmlLeaf.Text),
            Optional("Montantdevise"), Optional("Idevise"), new(["Debit", "Credit", "Montant"], 1, 1, XmlLeaf.Amount), new(["Sens"], 0, 1, XmlLeaf.Direction),
        ];
        _columnsOf = ((string[])["journal", "ecriture", "ligne"]).ToFrozenDictionary(
            name => name, name => Of(name).SelectMany(particle => particle.Names).Select(ColumnOf).OfType<FecColumn>().Distinct().ToImmutableArray());
    }

    public static ImmutableArray<XmlParticle> Root { get; } = [Branch("comptabilite", 1, 1)];

    /// <summary>Of a file that names none: that of commercial accounts, with the columns of a cash basis where there are some.</summary>
    public static XmlSchema Unnamed { get; } = new(null, leastOfJournal: 1, [.. Cash(least: 0), Optional("IdClient")]);

    /// <summary>The columns that it asks for; null when the file does not say which schema it follows.</summary>
    public FecRegime? Regime { get; }

    /// <summary>The schema of which a file says the number, such as <c>VII-1</c>.</summary>
    public static XmlSchema Named(string? number) => number is null ? Unnamed : _named.GetValueOrDefault(number, Unnamed);

    /// <summary>The column that an element fills; null for one that is none.</summary>
    public static FecColumn? ColumnOf(string element) => _columns.TryGetValue(element, out var column) ? column : null;

    /// <summary>The columns that the elements inside another one fill.</summary>
    public ImmutableArray<FecColumn> ColumnsOf(string element) => _columnsOf.GetValueOrDefault(element, []);

    public ImmutableArray<XmlParticle> Of(string element) => element switch
    {
        "comptabilite" => _accounts,
        "exercice" => _year,
        "journal" => _journal,
        "ecriture" => _entry,
        "ligne" => _line,
        _ => [],
    };

    private static ImmutableArray<XmlParticle> Cash(int least) => [Day("DateRglt", least), Text("ModeRglt", least), Optional("NatOp")];

    private static XmlParticle Branch(string name, int least, int most) => new([name], least, most);

    private static XmlParticle Text(string name, int least = 1) => new([name], least, 1, XmlLeaf.Text);

    private static XmlParticle Optional(string name) => Text(name, least: 0);

    private static XmlParticle Day(string name, int least = 1) => new([name], least, 1, XmlLeaf.Day);
}
