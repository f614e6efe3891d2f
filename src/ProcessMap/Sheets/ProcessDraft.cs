using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A process as a workbook would have it, while its sheets are read one after the other.</summary>
internal sealed class ProcessDraft(Process? known)
{
    public Process? Known { get; } = known;

    public ProcessInput Before { get; } = known is null ? new ProcessInput() : KnownMap.InputOf(known);

    public ProcessInput After { get; } = known is null ? new ProcessInput() : KnownMap.InputOf(known);

    /// <summary>The steps as they would be; null where they stay.</summary>
    public IReadOnlyList<StepInput>? Steps { get; set; }

    public int StepsBefore { get; set; }

    public IReadOnlyList<FieldChange> StepChanges { get; set; } = [];

    /// <summary>The first row that names it.</summary>
    public (SheetContent Content, SheetLine Line)? Place { get; set; }

    /// <summary>Whether the sheet of processes names it.</summary>
    public bool IsListed { get; set; }

    /// <summary>Parts that people would play beside those that they play.</summary>
    public List<(Duty Duty, SheetPerson Person)> Duties { get; } = [];

    /// <summary>Levels that would be said.</summary>
    public List<LevelChange> Levels { get; } = [];

    public List<LinkChange> Links { get; } = [];

    public List<RekeyingChange> Rekeyings { get; } = [];
}
