using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Processes.Sheets;

/// <summary>What one row of a sheet says: a process, and perhaps one of its steps.</summary>
internal sealed record SheetRow(ProcessInput Process, StepInput Step);

/// <summary>A column of the sheet, declared once: its title, the property that it fills, how a value is written and read.</summary>
/// <param name="Title">Key of its title in the texts.</param>
/// <param name="Property">Property of <see cref="ProcessInput"/>, or of <see cref="StepInput"/>.</param>
/// <param name="IsOfStep">Whether it says something of the step.</param>
/// <param name="Write">The value as it leaves.</param>
/// <param name="Read">Takes a cell over; what is wrong with it, or null.</param>
internal sealed record SheetColumn(string Title, string Property, bool IsOfStep, Func<SheetRow, object?> Write, Func<SheetRow, string, string?> Read)
{
    /// <summary>The languages in which titles and words are understood, whoever reads.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")];

    /// <summary>In the reader's language.</summary>
    public string Name => Texts.ResourceManager.GetString(Title, CultureInfo.CurrentUICulture)!;

    /// <summary>Titles that it had before: files that left under them still come back.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    public bool IsCalled(string title) => Languages.Select(language => Texts.ResourceManager.GetString(Title, language)!).Concat(Before)
        .Any(name => name.Folded() == title.Folded());

    /// <summary>The value as text that compares: alike for two rows that say the same.</summary>
    public string Said(SheetRow row) => Write(row) is decimal amount ? amount.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(Write(row), CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The columns, in the order in which they leave.</summary>
internal static class SheetColumns
{
    public static readonly IReadOnlyList<SheetColumn> All =
    [
        Words(nameof(Texts.Process_Name), nameof(ProcessInput.Name), row => row.Process.Name, (row, text) => row.Process.Name = text),
        Choice(nameof(Texts.Process_Domain), nameof(ProcessInput.Domain), "Domain_", row => row.Process.Domain, (row, value) => row.Process.Domain = value),
        Words(nameof(Texts.Process_Pilot), nameof(ProcessInput.Pilot), row => row.Process.Pilot, (row, text) => row.Process.Pilot = text),
        Words(nameof(Texts.Process_Deputy), nameof(ProcessInput.Deputy), row => row.Process.Deputy, (row, text) => row.Process.Deputy = text),
        Number(nameof(Texts.Process_HowOften), nameof(ProcessInput.Volume), row => row.Process.Volume, (row, value) => row.Process.Volume = value),
        Choice(nameof(Texts.Process_Per), nameof(ProcessInput.VolumePer), "VolumePer_", row => row.Process.VolumePer, (row, value) => row.Process.VolumePer = value),
        Number(nameof(Texts.Process_HowLong), nameof(ProcessInput.MinutesEach), row => row.Process.MinutesEach, (row, value) => row.Process.MinutesEach = value),
        Choice(nameof(Texts.Process_Criticality), nameof(ProcessInput.Criticality), "Criticality_", row => row.Process.Criticality, (row, value) => row.Process.Criticality = value),
        Words(nameof(Texts.Process_Purpose), nameof(ProcessInput.Purpose), row => row.Process.Purpose, (row, text) => row.Process.Purpose = text),
        Words(nameof(Texts.Process_Trigger), nameof(ProcessInput.Trigger), row => row.Process.Trigger, (row, text) => row.Process.Trigger = text),
        Words(nameof(Texts.Process_Result), nameof(ProcessInput.Result), row => row.Process.Result, (row, text) => row.Process.Result = text),
        Words(nameof(Texts.Process_Customer), nameof(ProcessInput.CustomerInside), row => row.Process.CustomerInside, (row, text) => row.Process.CustomerInside = text),
        Words(nameof(Texts.Process_Deadline), nameof(ProcessInput.LegalDeadline), row => row.Process.LegalDeadline, (row, text) => row.Process.LegalDeadline = text),
        Words(nameof(Texts.Process_Seasons), nameof(ProcessInput.Seasonality), row => row.Process.Seasonality, (row, text) => row.Process.Seasonality = text),
        Amount(nameof(Texts.Process_CostPerHour), nameof(ProcessInput.CostPerHour), row => row.Process.CostPerHour, (row, value) => row.Process.CostPerHour = value),
        Known(nameof(Texts.Process_ErrorPercent), nameof(ProcessInput.ErrorPercent), row => (row.Process.ErrorPercent, row.Process.IsErrorPercentUnknown), (row, value) => (row.Process.ErrorPercent, row.Process.IsErrorPercentUnknown) = value) with { Before = ["À refaire (%)", "Done again (%)"] },
        Known(nameof(Texts.Process_ErrorCost), nameof(ProcessInput.ErrorCost), row => (row.Process.ErrorCost, row.Process.IsErrorCostUnknown), (row, value) => (row.Process.ErrorCost, row.Process.IsErrorCostUnknown) = value),
        new(nameof(Texts.Process_Sensitive), nameof(ProcessInput.Sensitive), IsOfStep: false, row => ProcessWords.Listed(row.Process.Sensitive), SheetCells.ReadSensitive),
        Words(nameof(Texts.Step_Name), nameof(StepInput.Name), row => row.Step.Name, (row, text) => row.Step.Name = text) with { IsOfStep = true },
        Words(nameof(Texts.Step_Role), nameof(StepInput.Role), row => row.Step.Role, (row, text) => row.Step.Role = text) with { IsOfStep = true },
        Words(nameof(Texts.Step_Tool), nameof(StepInput.Tool), row => row.Step.Tool, (row, text) => row.Step.Tool = text) with { IsOfStep = true },
        Number(nameof(Texts.Step_Minutes), nameof(StepInput.Minutes), row => row.Step.Minutes, (row, value) => row.Step.Minutes = value) with { IsOfStep = true },
        Number(nameof(Texts.Step_Wait), nameof(StepInput.WaitHours), row => row.Step.WaitHours, (row, value) => row.Step.WaitHours = value) with { IsOfStep = true },
        Number(nameof(Texts.Step_Share), nameof(StepInput.SharePercent), row => row.Step.SharePercent, (row, value) => row.Step.SharePercent = value) with { IsOfStep = true },
        Words(nameof(Texts.Step_In), nameof(StepInput.DocumentsIn), row => row.Step.DocumentsIn, (row, text) => row.Step.DocumentsIn = ProcessStep.Documents(text)) with { IsOfStep = true },
        Words(nameof(Texts.Step_Out), nameof(StepInput.DocumentsOut), row => row.Step.DocumentsOut, (row, text) => row.Step.DocumentsOut = ProcessStep.Documents(text)) with { IsOfStep = true },
        new(nameof(Texts.Sheet_Key), nameof(ProcessInput.Id), IsOfStep: false, row => row.Process.Id == Guid.Empty ? null : row.Process.Id.ToString(), (_, _) => null),
    ];

    public static readonly SheetColumn Key = All.Single(column => column.Property == nameof(ProcessInput.Id));

    public static readonly SheetColumn Name = All.First(column => column.Property == nameof(ProcessInput.Name));

    public static readonly SheetColumn Domain = All.First(column => column.Property == nameof(ProcessInput.Domain));

    private static SheetColumn Words(string title, string property, Func<SheetRow, string?> get, Action<SheetRow, string?> set) => new(title, property, IsOfStep: false, get, (row, cell) =>
    {
        set(row, cell.Length == 0 ? null : cell);
        return null;
    });

    private static SheetColumn Number(string title, string property, Func<SheetRow, int?> get, Action<SheetRow, int?> set) => new(title, property, IsOfStep: false, row => get(row), (row, cell) =>
    {
        var isRead = SheetCells.TryWhole(cell, out var number);
        set(row, number);
        return isRead ? null : Texts.Sheet_NotWhole.With(SheetCells.Shown(cell));
    });

    private static SheetColumn Amount(string title, string property, Func<SheetRow, decimal?> get, Action<SheetRow, decimal?> set) => new(title, property, IsOfStep: false, row => get(row), (row, cell) =>
    {
        var isRead = SheetCells.TryAmount(cell, out var amount);
        set(row, amount);
        return isRead ? null : Texts.Sheet_NotANumber.With(SheetCells.Shown(cell));
    });

    // A figure, or the word for unknown, which is a value of its own.
    private static SheetColumn Known(string title, string property, Func<SheetRow, (decimal? Value, bool IsUnknown)> get, Action<SheetRow, (decimal?, bool)> set) => new(
        title,
        property,
        IsOfStep: false,
        row => get(row) is { IsUnknown: true } ? Texts.Process_Unknown : get(row).Value,
        (row, cell) =>
        {
            var isUnknown = SheetCells.Is(cell, nameof(Texts.Process_Unknown));
            var amount = default(decimal?);
            var isRead = isUnknown || SheetCells.TryAmount(cell, out amount);
            set(row, (amount, isUnknown));
            return isRead ? null : Texts.Sheet_NotANumberOrUnknown.With(SheetCells.Shown(cell), Texts.Process_Unknown);
        });

    private static SheetColumn Choice<T>(string title, string property, string prefix, Func<SheetRow, T> get, Action<SheetRow, T> set)
        where T : struct, Enum => new(
        title,
        property,
        IsOfStep: false,
        row => SheetCells.WordOf(prefix, get(row)),
        (row, cell) =>
        {
            // An empty cell leaves what stands there.
            if (cell.Length == 0)
            {
                return null;
            }

            var found = Enum.GetValues<T>().Where(value => SheetCells.Is(cell, prefix + value) || string.Equals(cell, value.ToString(), StringComparison.OrdinalIgnoreCase)).ToList();
            if (found is [var one, ..])
            {
                set(row, one);
                return null;
            }

            return Texts.Sheet_NotAChoice.With(SheetCells.Shown(cell), string.Join(", ", Enum.GetValues<T>().Select(value => SheetCells.WordOf(prefix, value))));
        });
}
