using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Catalogue;

/// <summary>Whether archived processes were taken from the catalogue again: the map has one of each ready process.</summary>
internal static class TakenAgain
{
    /// <summary>
    /// Of those that would stand in the map twice once they are back: the name of the one that stands there, or would be back before it.
    /// </summary>
    /// <param name="db">The company's data.</param>
    /// <param name="archived">Those that would be back, in their order.</param>
    /// <param name="token">Stops it.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> FindAsync(
        Db db, IReadOnlyCollection<Process> archived, CancellationToken token)
    {
        var ids = archived.Select(row => row.Id).ToList();
        var keys = db.Set<TakenProcess>().Where(row => ids.Contains(row.ProcessId)).Select(row => row.Key);
        var rows = await db.Set<TakenProcess>().Where(row => keys.Contains(row.Key))
            .Join(db.Set<Process>(), row => row.ProcessId, process => process.Id,
                (row, process) => new { row.Key, process.Id, process.Name, IsThere = process.ArchivedAt == null }).ToListAsync(token);
        var there = rows.Where(row => row.IsThere).GroupBy(row => row.Key)
            .ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);
        var again = new Dictionary<Guid, string>();
        foreach (var row in rows.Where(row => !row.IsThere && ids.Contains(row.Id)).OrderBy(row => ids.IndexOf(row.Id)))
        {
            if (!there.TryAdd(row.Key, row.Name))
            {
                again[row.Id] = there[row.Key];
            }
        }

        return again;
    }

    /// <summary>Why it cannot come back, in the reader's language.</summary>
    public static string Say(string name, string other) => Texts.Process_TakenAgain.With(name, other);

    /// <exception cref="Refused">Another one stands in its place.</exception>
    public static async Task RefuseAsync(Db db, Process archived, CancellationToken token)
    {
        if ((await FindAsync(db, [archived], token)).TryGetValue(archived.Id, out var other))
        {
            throw new Refused(Say(archived.Name, other));
        }
    }
}
