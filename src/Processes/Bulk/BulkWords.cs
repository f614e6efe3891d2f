using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Bulk;

/// <summary>What changes in bulk, in the reader's language.</summary>
internal static class BulkWords
{
    public static IReadOnlyList<Choice> States =>
        [new(BulkInput.Archive, Texts.Process_Archive), new(BulkInput.Restore, Texts.Process_Restore)];

    /// <summary>Kinds of data, and that it handles none of them.</summary>
    public static IReadOnlyList<Choice> Sensitive => [new(BulkInput.None, Texts.Bulk_NoData), .. ProcessWords.SensitiveKinds];

    public static IReadOnlyList<BulkChange> Changes(BulkState was, BulkState wanted, Func<Guid, string> nameOf) =>
    [
        .. new[]
        {
            new BulkChange(Texts.Process_Domain, ProcessWords.Of(was.Domain), ProcessWords.Of(wanted.Domain)),
            new BulkChange(Texts.Process_Criticality, ProcessWords.Short(was.Criticality), ProcessWords.Short(wanted.Criticality)),
            new BulkChange(Texts.Process_Pilot, Who(was.PilotId, nameOf), Who(wanted.PilotId, nameOf)),
            new BulkChange(Texts.Process_Deputy, Who(was.DeputyId, nameOf), Who(wanted.DeputyId, nameOf)),
            new BulkChange(Texts.Process_Sensitive, Listed(was.Sensitive), Listed(wanted.Sensitive)),
            new BulkChange(Texts.Bulk_State, State(was.IsArchived), State(wanted.IsArchived)),
        }.Where(change => change.From != change.To),
    ];

    private static string Who(Guid? id, Func<Guid, string> nameOf) => id is { } person ? nameOf(person) : Texts.Process_ToName;

    private static string Listed(SensitiveData data) => ProcessWords.Listed(data) ?? Texts.Bulk_NoData;

    private static string State(bool isArchived) => isArchived ? Texts.Bulk_Archived : Texts.Bulk_Active;
}
