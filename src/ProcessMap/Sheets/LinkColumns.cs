using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>What one row says of a link: its ends by name, and what is asked about it.</summary>
internal sealed class LinkRow
{
    public string? From { get; set; }

    public string? To { get; set; }

    public LinkInput Link { get; set; } = new();
}

/// <summary>The columns of links; those of the list of links are read as well.</summary>
internal static class LinkColumns
{
    public static readonly SheetColumn<LinkRow> From = Column<LinkRow>.Words(
        nameof(Texts.Sheet_Upstream), nameof(LinkInput.FromId), row => row.From, (row, text) => row.From = text)
        with
    { Before = ["Ce processus", "This process"] };

    public static readonly SheetColumn<LinkRow> To = Column<LinkRow>.Words(
        nameof(Texts.Sheet_Downstream), nameof(LinkInput.ToId), row => row.To, (row, text) => row.To = text)
        with
    { Before = ["nourrit", "feeds"] };

    public static readonly SheetColumn<LinkRow> Key =
        Column<LinkRow>.Key(nameof(Texts.Sheet_Key), nameof(LinkInput.Id), row => row.Link.Id);

    /// <summary>What is said of a link beside its ends.</summary>
    public static readonly IReadOnlyList<SheetColumn<LinkRow>> Details =
    [
        Column<LinkRow>.Choice<LinkKind>(
            nameof(Texts.Link_Kind), nameof(LinkInput.Kind), value => "LinkKind_" + value,
            row => row.Link.Kind, (row, value) => row.Link.Kind = value),
        Column<LinkRow>.Words(
            nameof(Texts.Link_Passes), nameof(LinkInput.Passes), row => row.Link.Passes, (row, text) => row.Link.Passes = text),
        Column<LinkRow>.Number(
            nameof(Texts.Link_DaysField), nameof(LinkInput.DaysUntil),
            row => row.Link.DaysUntil, (row, value) => row.Link.DaysUntil = value)
            with { Before = ["Délai avant d’en souffrir", "Time until it hurts"] },
    ];

    public static readonly IReadOnlyList<SheetColumn> All = [From, To, .. Details, Key];
}

/// <summary>What one row says of a re-keying: its process and who does it by name, and what is asked about it.</summary>
internal sealed class RekeyingRow
{
    public string? Process { get; set; }

    public string? Person { get; set; }

    public RekeyingInput Rekeying { get; set; } = new();
}

/// <summary>The columns of re-keyings, as in the list of re-keyings.</summary>
internal static class RekeyingColumns
{
    public static readonly SheetColumn<RekeyingRow> Process = Column<RekeyingRow>.Words(
        nameof(Texts.Rekeying_Process), nameof(RekeyingInput.ProcessId), row => row.Process, (row, text) => row.Process = text)
        with
    { Before = ["Processus", "Process"] };

    public static readonly SheetColumn<RekeyingRow> FromTool = Column<RekeyingRow>.Words(
        nameof(Texts.Rekeying_FromTool), nameof(RekeyingInput.FromTool),
        row => row.Rekeying.FromTool, (row, text) => row.Rekeying.FromTool = text);

    public static readonly SheetColumn<RekeyingRow> ToTool = Column<RekeyingRow>.Words(
        nameof(Texts.Rekeying_ToTool), nameof(RekeyingInput.ToTool),
        row => row.Rekeying.ToTool, (row, text) => row.Rekeying.ToTool = text);

    public static readonly SheetColumn<RekeyingRow> Fields = Column<RekeyingRow>.Words(
        nameof(Texts.Rekeying_Fields), nameof(RekeyingInput.Fields),
        row => row.Rekeying.Fields, (row, text) => row.Rekeying.Fields = text);

    public static readonly SheetColumn<RekeyingRow> Person = Column<RekeyingRow>.Words(
        nameof(Texts.Rekeying_Person), nameof(RekeyingInput.PersonId), row => row.Person, (row, text) => row.Person = text);

    public static readonly SheetColumn<RekeyingRow> Key =
        Column<RekeyingRow>.Key(nameof(Texts.Sheet_Key), nameof(RekeyingInput.Id), row => row.Rekeying.Id);

    /// <summary>What is said of a re-keying beside its process.</summary>
    public static readonly IReadOnlyList<SheetColumn<RekeyingRow>> Details =
    [
        FromTool,
        ToTool,
        Fields,
        Column<RekeyingRow>.Number(
            nameof(Texts.Rekeying_Minutes), nameof(RekeyingInput.MinutesAMonth),
            row => row.Rekeying.MinutesAMonth, (row, value) => row.Rekeying.MinutesAMonth = value),
        Column<RekeyingRow>.Words(
            nameof(Texts.Rekeying_Function), nameof(RekeyingInput.Function),
            row => row.Rekeying.Function, (row, text) => row.Rekeying.Function = text),
        Person,
        Column<RekeyingRow>.Choice<Automation>(
            nameof(Texts.Rekeying_Automation), nameof(RekeyingInput.Automation), value => "Automation_" + value,
            row => row.Rekeying.Automation, (row, value) => row.Rekeying.Automation = value),
    ];

    public static readonly IReadOnlyList<SheetColumn> All = [Process, .. Details, Key];
}
