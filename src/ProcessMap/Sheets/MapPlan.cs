using System.Security.Cryptography;
using System.Text;
using Pupitre.Kernel;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>A field that a sheet would change.</summary>
public sealed record FieldChange(string Label, string From, string To);

/// <summary>How well somebody knows a process, as it would be said.</summary>
/// <param name="From">What stands there; null where nobody has said.</param>
public sealed record LevelChange(SheetPerson Person, KnowHowLevel? From, KnowHowLevel To);

/// <summary>A link that would be added or changed.</summary>
/// <param name="Input">The link as it would be, its ends by their keys.</param>
/// <param name="To">Name of the process that it feeds.</param>
/// <param name="Fields">What would change in it; for a new one, nothing.</param>
public sealed record LinkChange(LinkInput Input, bool IsNew, string To, IReadOnlyList<FieldChange> Fields);

/// <summary>A re-keying that would be added or changed.</summary>
/// <param name="Input">The re-keying as it would be.</param>
/// <param name="Person">Who does it, where somebody is named.</param>
/// <param name="Fields">What would change in it; for a new one, nothing.</param>
public sealed record RekeyingChange(RekeyingInput Input, bool IsNew, SheetPerson? Person, IReadOnlyList<FieldChange> Fields);

/// <summary>What a workbook would do with one process.</summary>
/// <param name="Input">The process as it would be.</param>
/// <param name="IsNew">It would be added.</param>
/// <param name="Fields">What would change in it; for a new one, nothing.</param>
/// <param name="Steps">The steps as they would be; null where they stay.</param>
/// <param name="StepsBefore">How many steps it has now.</param>
public sealed record ProcessChange(
    ProcessInput Input, bool IsNew, IReadOnlyList<FieldChange> Fields, IReadOnlyList<StepInput>? Steps, int StepsBefore)
{
    /// <summary>What would change in steps that stay, in their order; a step that comes is named as one.</summary>
    public IReadOnlyList<FieldChange> StepChanges { get; init; } = [];

    public IReadOnlyList<(Duty Duty, SheetPerson Person)> Duties { get; init; } = [];

    public IReadOnlyList<LevelChange> Levels { get; init; } = [];

    public IReadOnlyList<LinkChange> Links { get; init; } = [];

    public IReadOnlyList<RekeyingChange> Rekeyings { get; init; } = [];

    public bool ChangesRoles => Duties.Count > 0 || Levels.Count > 0;

    public bool IsAny => IsNew || Fields.Count > 0 || Steps is not null || ChangesRoles || Links.Count > 0 || Rekeyings.Count > 0;
}

/// <summary>How many rows of a sheet would add, change, say what stands there, or cannot be taken.</summary>
/// <param name="Name">Of its kind, in the reader's language.</param>
public sealed record SheetCount(string Name, int Added, int Changed, int Same, int Refused);

/// <summary>What a workbook would do, before anything is done; with a cell that cannot be taken, nothing is.</summary>
/// <param name="Changes">By process: those of the sheet of processes in its order, then those that other sheets name.</param>
/// <param name="Bad">Every cell that cannot be taken.</param>
/// <param name="Strange">Titles that mean nothing here; their columns are left out.</param>
public sealed record MapPlan(IReadOnlyList<ProcessChange> Changes, IReadOnlyList<BadCell> Bad, IReadOnlyList<string> Strange)
{
    public IReadOnlyList<SheetCount> Counts { get; init; } = [];

    /// <summary>Sheets of which no title is known; they are left out.</summary>
    public IReadOnlyList<string> Aside { get; init; } = [];

    /// <summary>Sheets with formulas, of which the values that the workbook keeps were read.</summary>
    public IReadOnlyList<string> Formulas { get; init; } = [];

    /// <summary>Whom it would add to the directory.</summary>
    public IReadOnlyList<SheetPerson> NewPersons { get; init; } = [];

    /// <summary>Tools that steps and re-keyings would add by naming them.</summary>
    public IReadOnlyList<string> NewTools { get; init; } = [];

    /// <summary>What its sheet of tools would add or change.</summary>
    public IReadOnlyList<ToolChange> Tools { get; init; } = [];

    /// <summary>Whether it would change anything.</summary>
    public bool IsAny => Tools.Count > 0 || Wanted.Any();

    public IEnumerable<ProcessChange> Wanted => Changes.Where(change => change.IsAny);

    public int Unchanged => Changes.Count(change => !change.IsAny);

    /// <summary>Tells whether what is done is what was shown.</summary>
    public string Digest
    {
        get
        {
            var text = new StringBuilder();
            foreach (var change in Wanted)
            {
                Say(text, change);
            }

            foreach (var tool in Tools)
            {
                text.Append(tool.IsNew ? "new" : tool.Input.Id.ToString()).Append('|').Append(tool.Input.Version).Append('|');
                text.AppendJoin('|', ToolColumns.Details.Select(column => column.Said(tool.Input))).Append('\n');
            }

            text.AppendJoin('|', NewPersons.Select(person => person.Same)).AppendJoin('|', NewTools);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    private static void Say(StringBuilder text, ProcessChange change)
    {
        // The key of a new process is made each time that the sheet is read.
        text.Append(change.IsNew ? "new" : change.Input.Id.ToString()).Append('|').Append(change.Input.Version).Append('|');
        text.AppendJoin('|', ProcessColumns.OfProcess.Select(column => column.Said(change.Input))).AppendJoin('|', change.Fields);
        foreach (var step in change.Steps ?? [])
        {
            text.Append('\n').AppendJoin('|', StepColumns.All.Select(column => column.Said(step)));
        }

        text.Append('\n').AppendJoin('|', change.Duties.Select(part => part.Duty + part.Person.Same));
        text.Append('\n').AppendJoin('|', change.Levels.Select(level => level.Person.Same + level.From + level.To));
        foreach (var link in change.Links)
        {
            var row = new LinkRow { To = link.To, Link = link.Input };
            text.Append('\n').Append(link.IsNew).Append(link.Input.Version).Append('|').Append(link.To).Append('|');
            text.AppendJoin('|', LinkColumns.Details.Select(column => column.Said(row)));
        }

        foreach (var rekeying in change.Rekeyings)
        {
            var row = new RekeyingRow { Person = rekeying.Person?.Same, Rekeying = rekeying.Input };
            text.Append('\n').Append(rekeying.IsNew).Append(rekeying.Input.Version).Append('|');
            text.AppendJoin('|', RekeyingColumns.Details.Select(column => column.Said(row)));
        }

        text.Append('\n');
    }
}
