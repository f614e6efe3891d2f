using Pupitre.Processes.Roles;
using static Pupitre.ProcessMap.Sheets.Column<Pupitre.ProcessMap.Sheets.PartRow>;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>What one row says of a person in a process: a role, or how well they know it.</summary>
internal sealed class PartRow
{
    public Guid Id { get; set; }

    public string? Process { get; set; }

    public SheetRole? Role { get; set; }

    public string? Person { get; set; }

    public string? Provider { get; set; }

    public KnowHowLevel? Level { get; set; }
}

/// <summary>A role as a table of roles (RACI) names it: those who conduct, and the parts that people play beside them.</summary>
internal enum SheetRole
{
    /// <summary>Answers for it (accountable).</summary>
    Pilot,
    Deputy,

    /// <summary>As <see cref="Duty.Does"/>, and so on.</summary>
    Does,
    Validates,
    Files,
    Consulted,
    Informed,
}

/// <summary>The columns of roles and of know-how.</summary>
internal static class PartColumns
{
    public static readonly SheetColumn<PartRow> Process =
        Words(nameof(Texts.Process_Name), nameof(PartRow.Process), row => row.Process, (row, text) => row.Process = text);

    public static readonly SheetColumn<PartRow> Role = WithLetters(Choice<SheetRole>(
        nameof(Texts.Role_Parts), nameof(PartRow.Role), TextOf, row => row.Role, (row, value) => row.Role = value));

    public static readonly SheetColumn<PartRow> Person =
        Words(nameof(Texts.Role_Person), nameof(PartRow.Person), row => row.Person, (row, text) => row.Person = text);

    /// <summary>Where the person works; empty for the company itself.</summary>
    public static readonly SheetColumn<PartRow> Provider =
        Words(nameof(Texts.Sheet_Provider), nameof(PartRow.Provider), row => row.Provider, (row, text) => row.Provider = text);

    public static readonly SheetColumn<PartRow> Level = Choice<KnowHowLevel>(
        nameof(Texts.Role_KnowHow), nameof(PartRow.Level), value => "KnowHow_" + value,
        row => row.Level, (row, value) => row.Level = value);

    public static readonly SheetColumn<PartRow> Key = Key(nameof(Texts.Sheet_ProcessKey), nameof(PartRow.Id), row => row.Id);

    public static Duty? DutyOf(SheetRole role) => role is SheetRole.Pilot or SheetRole.Deputy ? null : Enum.Parse<Duty>(role.ToString());

    public static SheetRole RoleOf(Duty duty) => Enum.Parse<SheetRole>(duty.ToString());

    public static string WordOf(SheetRole role) => SheetCells.WordOf(TextOf(role));

    private static string TextOf(SheetRole role) => role switch
    {
        SheetRole.Pilot => nameof(Texts.Role_Accountable),
        SheetRole.Deputy => nameof(Texts.Process_Deputy),
        _ => "Duty_" + role,
    };

    // The four letters of RACI, and the pilot by the word that heads the inventory.
    private static SheetColumn<PartRow> WithLetters(SheetColumn<PartRow> column) => column with
    {
        Read = (row, cell) => column.Read(row, cell.ToUpperInvariant() switch
        {
            "R" => nameof(SheetRole.Does),
            "A" => nameof(SheetRole.Pilot),
            "C" => nameof(SheetRole.Consulted),
            "I" => nameof(SheetRole.Informed),
            _ => SheetCells.Is(cell, nameof(Texts.Process_Pilot)) ? nameof(SheetRole.Pilot) : cell,
        }),
    };
}
