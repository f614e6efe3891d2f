using System.Globalization;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes;

/// <summary>
/// Keeps what is read of the whole map until something of the map changes: a process and all that hangs on it (steps, roles, links,
/// re-keyings, targets, answers, offers, decisions), a tool, a person. What was read is shared: nobody changes it.
/// </summary>
public sealed class KeepMap(Db db, KeptFigures kept, Tenant tenant)
{
    private static readonly string[] _kinds = [Process.Kind, Tool.SubjectKind, Person.Kind];

    /// <param name="name">What is read, with what else it depends on.</param>
    /// <param name="more">Kinds of things that it depends on beside those of the map.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="rowsOf">How many rows it has.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="NotFound">The reader is limited to a provider.</exception>
    public Task<T> OfAsync<T>(string name, IReadOnlyList<string> more, Func<Task<T>> read, Func<T, int> rowsOf, CancellationToken token)
        where T : class
    {
        WholeCompany.Require(db);
        return kept.OfAsync($"{name} {CultureInfo.CurrentCulture.Name} {Seen}", [.. _kinds, .. more], read, rowsOf, token);
    }

    // What another module tells of a process depends on what the reader may see.
    private string Seen => string.Concat(Enum.GetValues<Permit>().Select(permit => tenant.Allows(permit) ? '1' : '0'));
}
