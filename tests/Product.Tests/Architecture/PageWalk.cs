using AngleSharp.Dom;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>
/// Follows the links of a company as its owner, from the first page and those few that a moment leads to (an empty company, running
/// work), until every page pattern has an address with real values in it. A page that no link reaches is one that nobody finds.
/// </summary>
public static class PageWalk
{
    private const int MaxPages = 320;
    private const int AddressesPerPage = 2;

    public static async Task<IReadOnlyDictionary<string, string>> FindAddressesAsync(TestBrowser signedIn, string slug, IEnumerable<string> starts)
    {
        var seen = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var waiting = new Queue<string>(starts.Select(start => "/" + slug + start).Where(address => IsNew(seen, address)));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var visited = 0; visited < MaxPages && waiting.TryDequeue(out var address); visited++)
        {
            await signedIn.OpenAsync(address);
            if (!signedIn.IsPage || Pages.At(PathOf(address)) is not { } page)
            {
                continue;
            }

            found.TryAdd(page.Template, address);
            foreach (var next in Links(signedIn.Page, slug).Where(link => IsNew(seen, link)))
            {
                waiting.Enqueue(next);
            }
        }

        return found;
    }

    private static IEnumerable<string> Links(IDocument page, string slug) => page.QuerySelectorAll("a[href]")
        .Where(link => !link.HasAttribute("download"))
        .Select(link => new Uri(new Uri(page.Url), link.GetAttribute("href")).PathAndQuery)
        .Where(path => PathOf(path) == "/" + slug || path.StartsWith($"/{slug}/", StringComparison.Ordinal))
        .Distinct();

    private static bool IsNew(Dictionary<string, List<string>> seen, string address)
    {
        if (Pages.At(PathOf(address)) is not { } page)
        {
            return false;
        }

        var addresses = seen.TryGetValue(page.Template, out var known) ? known : seen[page.Template] = [];
        if (addresses.Count >= AddressesPerPage || addresses.Contains(address))
        {
            return false;
        }

        addresses.Add(address);
        return true;
    }

    private static string PathOf(string address) => address.Split('?', '#')[0];
}
