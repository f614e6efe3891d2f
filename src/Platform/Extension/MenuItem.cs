using Pupitre.Platform.Access;

namespace Pupitre.Platform.Extension;

/// <summary>An entry of the side navigation, shown to those who hold <paramref name="Permit"/>.</summary>
/// <param name="Order">Place in the menu; tens, so that another module can stand between two.</param>
/// <param name="Path">Path below the company's address, without a leading slash.</param>
/// <param name="Icon">Name of the Tabler icon beside the word.</param>
/// <param name="Text">The word, read in the reader's language at each request.</param>
/// <param name="IsBelow">Whether it stands below the entry before it, as one of its parts.</param>
/// <param name="Also">Another path whose pages belong to the entry: what opens from its list.</param>
public sealed record MenuItem(int Order, string Path, string Icon, Func<string> Text, Permit Permit, bool IsBelow = false, string? Also = null);
