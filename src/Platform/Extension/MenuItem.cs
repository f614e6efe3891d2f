using Pupitre.Platform.Access;

namespace Pupitre.Platform.Extension;

/// <summary>An entry of the menu, shown to those who hold <paramref name="Permit"/>: below the word of its group, while one is in that
/// group.</summary>
/// <param name="Group">The word at first sight that it belongs to. The group's word leads to the first entry that is open.</param>
/// <param name="Order">Place in the group; tens, so that another module can stand between two.</param>
/// <param name="Path">Path below the company's address, without a leading slash.</param>
/// <param name="Text">The word, read in the reader's language at each request. An entry that bears the word of its group is shown as
/// that.</param>
/// <param name="Also">Another path whose pages belong to the entry: what opens from its list.</param>
public sealed record MenuItem(MenuGroup Group, int Order, string Path, Func<string> Text, Permit Permit, string? Also = null);
