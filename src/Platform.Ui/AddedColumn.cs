using Microsoft.AspNetCore.Components;
using Pupitre.Platform.Extension;

namespace Pupitre.Platform.Ui;

/// <summary>A column that another module added to a list, read for the rows of the page.</summary>
public sealed record AddedColumn(string Head, IReadOnlyDictionary<Guid, RenderFragment> Cells, bool IsRemark = false)
{
    /// <summary>What stands in a row; null for nothing.</summary>
    public RenderFragment? Cell(Guid id) => Cells.GetValueOrDefault(id);

    /// <summary>The columns added to a list, in their order; one that has nothing to say of any row is left out.</summary>
    /// <param name="columns">All that any module adds to any list.</param>
    /// <param name="of">Kind of the things listed.</param>
    /// <param name="shown">Keys of the rows of the page.</param>
    /// <param name="token">Stops it.</param>
    public static async Task<IReadOnlyList<AddedColumn>> ReadAsync(IEnumerable<IListColumn> columns, string of, IReadOnlyCollection<Guid> shown, CancellationToken token)
    {
        var added = new List<AddedColumn>();
        foreach (var column in columns.Where(column => column.Of == of).OrderBy(column => column.Order))
        {
            if (await column.ReadAsync(shown, token) is { Count: > 0 } cells)
            {
                added.Add(new AddedColumn(column.Head, cells, column.IsRemark));
            }
        }

        return added;
    }
}
