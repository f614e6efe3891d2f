using System.Security.Cryptography;
using System.Text;

namespace Pupitre.Processes.Bulk;

/// <summary>A field that would change in one process.</summary>
public sealed record BulkChange(string Label, string From, string To);

/// <summary>What would change in one process.</summary>
/// <param name="Problem">Why nothing can be changed in it; null where it can.</param>
public sealed record BulkRow(Guid Id, string Name, long Version, IReadOnlyList<BulkChange> Changes, string? Problem)
{
    public bool IsChanged => Problem is null && Changes.Count > 0;
}

/// <summary>What would change, before anything does.</summary>
public sealed record BulkPlan(IReadOnlyList<BulkRow> Rows)
{
    public int Changed => Rows.Count(row => row.IsChanged);

    /// <summary>"Pilote : Ada → Eve", how many processes each: the changes over all rows, the most frequent first.</summary>
    public IReadOnlyList<(BulkChange Change, int Count)> Sum =>
        [.. Rows.Where(row => row.IsChanged).SelectMany(row => row.Changes).GroupBy(change => change)
            .Select(same => (same.Key, same.Count())).OrderByDescending(same => same.Item2)];

    /// <summary>Tells whether what is done is what was shown.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Where(row => row.IsChanged))
        {
            text.Append(row.Id).Append('|').Append(row.Version).Append('|');
            text.AppendJoin('|', row.Changes.Select(change => change.Label + change.From + change.To)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
