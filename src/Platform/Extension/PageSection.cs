using Pupitre.Platform.Access;

namespace Pupitre.Platform.Extension;

/// <summary>Something that a module adds to a page which another one owns. Registered as a singleton; shown by <c>PageSections</c> to those who hold the permit.</summary>
/// <param name="On">
/// Kind of the subject on whose page it stands, as the history names it ("contract", "process"), or the address of a page without one ("due-dates").
/// </param>
/// <param name="Order">Place on the page, the smallest first; tens, so that another module can stand between two.</param>
/// <param name="Permit">Who sees it.</param>
/// <param name="Component">
/// A component; on the page of a subject with a parameter <c>Id</c>, its key (see <see cref="TakesShown"/>).
/// </param>
public sealed record PageSection(string On, int Order, Permit Permit, Type Component)
{
    /// <summary>Anchor of what it shows, where it has a place among the contents of the page; it shows every time then.</summary>
    public string? Anchor { get; init; }

    /// <summary>How the contents of the page name it, in the reader's language.</summary>
    public Func<string>? Title { get; init; }

    /// <summary>Whether it stands on what the page has read, its parameter <c>Shown</c>, instead of the key.</summary>
    public bool TakesShown { get; init; }

    /// <summary>Whether it shows nothing to whoever is limited to a part of the company.</summary>
    public bool IsForWholeCompany { get; init; }
}
