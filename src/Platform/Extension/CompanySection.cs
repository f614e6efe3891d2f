using Pupitre.Platform.Access;

namespace Pupitre.Platform.Extension;

/// <summary>
/// A section of the one place where a company is described: a page of the module that registers it, shown as a tab to those who hold
/// <paramref name="Permit"/>. The first that is open to somebody is where the menu leads.
/// </summary>
/// <param name="Order">Place among the tabs; tens, so that another module can stand between two.</param>
/// <param name="Path">Path below the company's address, without a leading slash.</param>
/// <param name="Text">The word, read in the reader's language at each request.</param>
/// <param name="IsInMenu">Whether the menu names it as well, below the company's entry.</param>
/// <param name="State">
/// How it stands, as a sentence in the reader's language, for the first page of the settings: at most one query. Null when the title
/// says it all.
/// </param>
public sealed record CompanySection(
    int Order,
    string Path,
    Func<string> Text,
    Permit Permit,
    bool IsInMenu = false,
    Func<IServiceProvider, CancellationToken, Task<string>>? State = null);
