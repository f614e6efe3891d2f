using Microsoft.AspNetCore.Components;

namespace Pupitre.Platform.Extension;

/// <summary>
/// A column that a module adds to the list of another one: how what was agreed is kept, who does it. The module that owns the data
/// draws it, because the list knows nothing of them.
/// </summary>
public interface IListColumn
{
    /// <summary>Kind of the things that the list holds, as the history names it.</summary>
    string Of { get; }

    /// <summary>Place among the columns that are added, the smallest first.</summary>
    int Order { get; }

    /// <summary>Kinds of all the things that what stands in it is computed from.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Whether it is a remark about a few rows, below their names rather than in a column of its own.</summary>
    bool IsRemark => false;

    /// <summary>Head of the column, in the reader's language.</summary>
    string Head { get; }

    /// <summary>What stands in the column, for those of the rows shown of which there is something to say. At most one query once things are kept.</summary>
    Task<IReadOnlyDictionary<Guid, RenderFragment>> ReadAsync(IReadOnlyCollection<Guid> shown, CancellationToken token);
}
