using Pupitre.Platform.Access;

namespace Pupitre.App.Help;

/// <summary>What help says of one part of the program.</summary>
/// <param name="Key">Names it in addresses and texts.</param>
/// <param name="Path">Path of its page below the company's address.</param>
/// <param name="Permit">Who may open that page.</param>
internal sealed record HelpArea(string Key, string Path, Permit Permit)
{
    /// <summary>In the order in which somebody meets them.</summary>
    public static readonly IReadOnlyList<HelpArea> All =
    [
        new("first_run", "first-run", Permit.EditSourcing),
        new("due_dates", "due-dates", Permit.ReadService),
        new("evidence", "evidence", Permit.ReadService),
        new("providers", "providers", Permit.ReadSourcing),
        new("scorecards", "scorecards", Permit.ReadService),
        new("deliverables", "deliverables", Permit.ReadService),
        new("flows", "flows", Permit.ReadService),
        new("history", "history", Permit.ReadLedger),
        new("company", "calendars", Permit.ReadSourcing),
    ];

    public string Title => Texts.ResourceManager.GetString("Help_" + Key, System.Globalization.CultureInfo.CurrentUICulture)!;

    public IReadOnlyList<string> Paragraphs => Texts.ResourceManager.GetString($"Help_{Key}_Text", System.Globalization.CultureInfo.CurrentUICulture)!.Split('\n');
}
