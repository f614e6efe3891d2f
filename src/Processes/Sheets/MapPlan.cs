using System.Security.Cryptography;
using System.Text;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Processes.Sheets;

/// <summary>A field that a sheet would change.</summary>
public sealed record FieldChange(string Label, string From, string To);

/// <summary>What a sheet would do with one process.</summary>
/// <param name="Input">The process as it would be.</param>
/// <param name="IsNew">It would be added.</param>
/// <param name="Fields">What would change in it; for a new one, nothing.</param>
/// <param name="Steps">The steps as they would be; null where they stay.</param>
/// <param name="StepsBefore">How many steps it has now.</param>
public sealed record ProcessChange(ProcessInput Input, bool IsNew, IReadOnlyList<FieldChange> Fields, IReadOnlyList<StepInput>? Steps, int StepsBefore)
{
    public bool IsAny => IsNew || Fields.Count > 0 || Steps is not null;
}

/// <summary>What a sheet would do, before anything is done; with a cell that cannot be taken, nothing is.</summary>
/// <param name="Changes">By process, in the order of the sheet.</param>
/// <param name="Bad">Every cell that cannot be taken.</param>
/// <param name="Strange">Titles that mean nothing here; their columns are left out.</param>
public sealed record MapPlan(IReadOnlyList<ProcessChange> Changes, IReadOnlyList<BadCell> Bad, IReadOnlyList<string> Strange)
{
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
                // The key of a new process is made each time that the sheet is read.
                text.Append(change.IsNew ? "new" : change.Input.Id.ToString()).Append('|').Append(change.Input.Version).Append('|').Append(change.Input.Name);
                text.AppendJoin('|', change.Fields.Select(one => one.Label + one.From + one.To)).AppendJoin('|', (change.Steps ?? []).Select(step => step.Name)).Append('\n');
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}
