namespace Pupitre.Platform.Extension;

/// <summary>
/// Says of a page that it shows things of these kinds and of no others: it is written once to each reader, until a line about one of these kinds
/// is written or a minute has passed. What a page of another module adds to its list says its own kinds (<see cref="IListColumn.Kinds"/>).
/// </summary>
/// <remarks>Not for a page with parts of other modules that do not say what they show (<c>PageSections</c>), nor with figures of work that runs.</remarks>
/// <param name="of">Kind of the things that it lists; empty for none.</param>
/// <param name="kinds">All kinds of things that it shows or computes from.</param>
[AttributeUsage(AttributeTargets.Class)]
public class KeptPageAttribute(string of, params string[] kinds) : Attribute
{
    public string Of => of;

    public IReadOnlyList<string> Kinds => kinds;
}
