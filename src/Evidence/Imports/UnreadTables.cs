using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;

namespace Pupitre.Evidence.Imports;

/// <summary>A table of which nothing counts any more waits to be read again.</summary>
internal static class UnreadTables
{
    /// <summary>Puts the file of an import that ended without counting among the tables to read, unless another import counts it. Saved by the caller.</summary>
    public static async Task GiveBackAsync(Db db, Import ended, CancellationToken token)
    {
        var counts = await db.Set<Import>().AnyAsync(row => row.Id != ended.Id && row.FileHash == ended.FileHash && row.WithdrawnAt == null
            && (row.State == ImportState.Done || row.State == ImportState.Running || row.State == ImportState.ToDecide), token);
        if (!counts && await db.Set<EvidenceFile>().FirstOrDefaultAsync(row => row.Hash == ended.FileHash && row.State == FileState.Placed, token) is { } file)
        {
            file.MoveTo(FileState.Table);
        }
    }
}
