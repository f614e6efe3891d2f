using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using static Pupitre.ProcessMap.Sheets.Column<Pupitre.Processes.Inventory.ProcessInput>;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>The columns of a process, and of the step that its row names.</summary>
internal static class ProcessColumns
{
    public static readonly SheetColumn<ProcessInput> Name =
        Words(nameof(Texts.Process_Name), nameof(ProcessInput.Name), row => row.Name, (row, text) => row.Name = text);

    public static readonly SheetColumn<ProcessInput> Domain = Choice<Domain>(
        nameof(Texts.Process_Domain), nameof(ProcessInput.Domain), value => "Domain_" + value,
        row => row.Domain, (row, value) => row.Domain = value);

    public static readonly SheetColumn<ProcessInput> Pilot =
        Words(nameof(Texts.Process_Pilot), nameof(ProcessInput.Pilot), row => row.Pilot, (row, text) => row.Pilot = text);

    public static readonly SheetColumn<ProcessInput> Deputy =
        Words(nameof(Texts.Process_Deputy), nameof(ProcessInput.Deputy), row => row.Deputy, (row, text) => row.Deputy = text);

    public static readonly SheetColumn<ProcessInput> Key = Key(nameof(Texts.Sheet_Key), nameof(ProcessInput.Id), row => row.Id);

    /// <summary>What a row says of its process.</summary>
    public static readonly IReadOnlyList<SheetColumn<ProcessInput>> OfProcess =
    [
        Name,
        Domain,
        Pilot,
        Deputy,
        Number(nameof(Texts.Process_HowOften), nameof(ProcessInput.Volume), row => row.Volume, (row, value) => row.Volume = value),
        Choice<VolumePer>(
            nameof(Texts.Process_Per), nameof(ProcessInput.VolumePer), value => "VolumePer_" + value,
            row => row.VolumePer, (row, value) => row.VolumePer = value),
        Number(
            nameof(Texts.Process_HowLong), nameof(ProcessInput.MinutesEach),
            row => row.MinutesEach, (row, value) => row.MinutesEach = value),
        Choice<Criticality>(
            nameof(Texts.Process_Criticality), nameof(ProcessInput.Criticality), value => "Criticality_" + value,
            row => row.Criticality, (row, value) => row.Criticality = value),
        Words(nameof(Texts.Process_Purpose), nameof(ProcessInput.Purpose), row => row.Purpose, (row, text) => row.Purpose = text),
        Words(nameof(Texts.Process_Trigger), nameof(ProcessInput.Trigger), row => row.Trigger, (row, text) => row.Trigger = text)
            with { Before = ["What sets it going"] },
        Words(nameof(Texts.Process_Result), nameof(ProcessInput.Result), row => row.Result, (row, text) => row.Result = text)
            with { Before = ["What stands at the end"] },
        Words(
            nameof(Texts.Process_Customer), nameof(ProcessInput.CustomerInside),
            row => row.CustomerInside, (row, text) => row.CustomerInside = text),
        Words(
            nameof(Texts.Process_Deadline), nameof(ProcessInput.LegalDeadline),
            row => row.LegalDeadline, (row, text) => row.LegalDeadline = text),
        Words(
            nameof(Texts.Process_Seasons), nameof(ProcessInput.Seasonality),
            row => row.Seasonality, (row, text) => row.Seasonality = text),
        Amount(
            nameof(Texts.Process_CostPerHour), nameof(ProcessInput.CostPerHour),
            row => row.CostPerHour, (row, value) => row.CostPerHour = value),
        Known(
            nameof(Texts.Process_ErrorPercent), nameof(ProcessInput.ErrorPercent),
            row => (row.ErrorPercent, row.IsErrorPercentUnknown),
            (row, value) => (row.ErrorPercent, row.IsErrorPercentUnknown) = value) with { Before = ["À refaire (%)", "Done again (%)"] },
        Known(
            nameof(Texts.Process_ErrorCost), nameof(ProcessInput.ErrorCost),
            row => (row.ErrorCost, row.IsErrorCostUnknown), (row, value) => (row.ErrorCost, row.IsErrorCostUnknown) = value),
        new(
            nameof(Texts.Process_Sensitive), nameof(ProcessInput.Sensitive),
            row => ProcessWords.Listed(row.Sensitive), SheetCells.ReadSensitive),
    ];

    /// <summary>All of them, as they stand in the sheet.</summary>
    public static readonly IReadOnlyList<SheetColumn> All = [.. OfProcess, .. StepColumns.All, Key];
}

/// <summary>The columns of a step.</summary>
internal static class StepColumns
{
    public static readonly SheetColumn<StepInput> Name =
        Column<StepInput>.Words(nameof(Texts.Step_Name), nameof(StepInput.Name), row => row.Name, (row, text) => row.Name = text);

    public static readonly SheetColumn<StepInput> Key =
        Column<StepInput>.Key(nameof(Texts.Sheet_StepKey), nameof(StepInput.Id), row => row.Id);

    public static readonly IReadOnlyList<SheetColumn<StepInput>> All =
    [
        Name,
        Column<StepInput>.Words(nameof(Texts.Step_Role), nameof(StepInput.Role), row => row.Role, (row, text) => row.Role = text),
        Column<StepInput>.Words(nameof(Texts.Step_Tool), nameof(StepInput.Tool), row => row.Tool, (row, text) => row.Tool = text),
        Column<StepInput>.Number(
            nameof(Texts.Step_Minutes), nameof(StepInput.Minutes), row => row.Minutes, (row, value) => row.Minutes = value),
        Column<StepInput>.Number(
            nameof(Texts.Step_Wait), nameof(StepInput.WaitHours), row => row.WaitHours, (row, value) => row.WaitHours = value),
        Column<StepInput>.Number(
            nameof(Texts.Step_Share), nameof(StepInput.SharePercent), row => row.SharePercent, (row, value) => row.SharePercent = value),
        Column<StepInput>.Words(
            nameof(Texts.Step_In), nameof(StepInput.DocumentsIn),
            row => row.DocumentsIn, (row, text) => row.DocumentsIn = ProcessStep.Documents(text)),
        Column<StepInput>.Words(
            nameof(Texts.Step_Out), nameof(StepInput.DocumentsOut),
            row => row.DocumentsOut, (row, text) => row.DocumentsOut = ProcessStep.Documents(text)),
        Key,
    ];
}
