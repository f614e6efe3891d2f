using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>What a leaf of the schema holds.</summary>
internal enum XmlLeaf
{
    None,
    Text,
    Day,
    Amount,
    Account,
    Direction,
}

/// <summary>One place in a sequence of the schema: an element, how often it may stand there, and what it holds.</summary>
internal sealed record XmlParticle(ImmutableArray<string> Names, int Least, int Most, XmlLeaf Leaf = XmlLeaf.None, FecColumn? Column = null);

/// <summary>The official schema of the XML form (formatA47A-I-VII-1 and VIII-3, 5, 7), as sequences.</summary>
internal static class XmlSchema
{
    private const int Many = int.MaxValue;

    public static ImmutableArray<XmlParticle> Root { get; } = [Branch("comptabilite", 1, 1)];

    private static readonly ImmutableArray<XmlParticle> _ligne =
    [
        new(["CompteNum"], 1, 1, XmlLeaf.Account, FecColumn.CompteNum),
        Text(FecColumn.CompteLib),
        new(["CompAuxNum", "CompteAuxNum"], 0, 1, XmlLeaf.Text, FecColumn.CompAuxNum),
        new(["CompAuxLib", "CompteAuxLib"], 0, 1, XmlLeaf.Text, FecColumn.CompAuxLib),
        new(["Montantdevise"], 0, 1, XmlLeaf.Amount, FecColumn.Montantdevise),
        new(["Idevise"], 0, 1, XmlLeaf.Text, FecColumn.Idevise),
        new(["Debit"], 0, 1, XmlLeaf.Amount, FecColumn.Debit),
        new(["Credit"], 0, 1, XmlLeaf.Amount, FecColumn.Credit),
        new(["Montant"], 0, 1, XmlLeaf.Amount, FecColumn.Montant),
        new(["Sens"], 0, 1, XmlLeaf.Direction, FecColumn.Sens),
    ];

    private static readonly ImmutableArray<XmlParticle> _ecriture =
    [
        Text(FecColumn.EcritureNum),
        new(["EcritureDate"], 1, 1, XmlLeaf.Day, FecColumn.EcritureDate),
        Text(FecColumn.EcritureLib),
        Text(FecColumn.PieceRef),
        new(["PieceDate"], 1, 1, XmlLeaf.Day, FecColumn.PieceDate),
        new(["EcritureLet"], 0, 1, XmlLeaf.Text, FecColumn.EcritureLet),
        new(["DateLet"], 0, 1, XmlLeaf.Day, FecColumn.DateLet),
        new(["ValidDate"], 1, 1, XmlLeaf.Day, FecColumn.ValidDate),
        new(["DateRglt"], 0, 1, XmlLeaf.Day, FecColumn.DateRglt),
        new(["ModeRglt"], 0, 1, XmlLeaf.Text, FecColumn.ModeRglt),
        new(["NatOp"], 0, 1, XmlLeaf.Text, FecColumn.NatOp),
        new(["IdClient"], 0, 1, XmlLeaf.Text, FecColumn.IdClient),
        Branch("ligne", 2, Many),
    ];

    public static ImmutableArray<XmlParticle> Of(string element) => element switch
    {
        "comptabilite" => [Branch("exercice", 1, 1)],
        "exercice" => [new(["DateCloture"], 1, 1, XmlLeaf.Day), Branch("journal", 1, Many)],
        "journal" => [Text(FecColumn.JournalCode), Text(FecColumn.JournalLib), Branch("ecriture", 1, Many)],
        "ecriture" => _ecriture,
        "ligne" => _ligne,
        _ => [],
    };

    private static XmlParticle Branch(string name, int least, int most) => new([name], least, most);

    private static XmlParticle Text(FecColumn column) => new([column.ToString()], 1, 1, XmlLeaf.Text, column);
}
