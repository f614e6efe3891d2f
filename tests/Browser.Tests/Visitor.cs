using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Pupitre.Browser.Tests;

/// <summary>How a visitor comes: language, width of the window, with or without JavaScript, in light or dark.</summary>
public sealed record Visit(string Language = "fr", int Width = Visit.Desk, bool JavaScript = true, bool IsDark = false)
{
    public const int Desk = 1280;
    public const int Phone = 390;
}

/// <summary>A person with a real browser, in a session of their own.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const int TimeoutMs = 15_000;

    private const string Look = """
        async rules => {
          const seen = await axe.run(document, rules);
          const violations = seen.violations.map(found => ({ id: found.id, impact: found.impact, help: found.help, nodes: found.nodes.slice(0, 5).map(node => node.html) }));
          return JSON.stringify({ passes: seen.passes.length, violations });
        }
        """;

    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    // Neither the addresses of what is well nor the text of style sheets is asked for: what is reported is the element itself.
    private static readonly object _rules = new
    {
        runOnly = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" } },
        resultTypes = new[] { "violations" },
        preload = false,
        selectors = false,
    };

    // What a translation can spoil: names, titles, languages. The rest of a page is the same in every language.
    private static readonly object _rulesOfWords = new
    {
        runOnly = new
        {
            type = "rule",
            values = new[]
            {
                "aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-progressbar-name", "aria-toggle-field-name", "button-name", "document-title", "html-has-lang",
                "html-lang-valid", "image-alt", "input-button-name", "label", "link-in-text-block", "link-name", "role-img-alt", "select-name", "summary-name", "svg-img-alt", "valid-lang",
            },
        },
        resultTypes = new[] { "violations" },
        preload = false,
        selectors = false,
    };

    private readonly IBrowserContext _context;

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<Visitor> ComeAsync(Chromium chromium, Uri address, Visit visit)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            Locale = visit.Language == "en" ? "en-GB" : "fr-FR",
            TimezoneId = "Europe/Paris",
            JavaScriptEnabled = visit.JavaScript,
            // Its certificate is of the test's own making.
            IgnoreHTTPSErrors = address.Scheme == Uri.UriSchemeHttps,
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = visit.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = visit.Width, Height = visit.Width == Visit.Phone ? 844 : 900 },
        });
        context.SetDefaultTimeout(TimeoutMs);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task<Visitor> SignInAsync(TestCompany company)
    {
        await OpenAsync("/account/sign-in");
        await Page.Locator("[name='Input.Email']").FillAsync(company.Email);
        await Page.Locator("[name='Input.Password']").FillAsync(RunningPupitre.Password);
        await Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await Page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return this;
    }

    /// <summary>Opens a page and refuses anything but a good answer.</summary>
    public async Task OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBeLessThan(400, $"{path} answered {answer.Status}: {await Page.Locator("body").InnerTextAsync()}");
    }

    /// <summary>Presses what leads to another page, and waits until it is whole: a click is over when the answer has begun.</summary>
    public async Task FollowAsync(ILocator link)
    {
        var before = Page.Url;
        await link.ClickAsync();
        await Page.WaitForURLAsync(url => url != before);
    }

    public Task ResizeAsync(int width) => Page.SetViewportSizeAsync(width, width == Visit.Phone ? 844 : 900);

    /// <summary>Opens what waits behind a title, as whoever looks for a field does.</summary>
    public Task OpenFoldsAsync() => Page.EvaluateAsync("() => document.querySelectorAll('main form details').forEach(fold => { fold.open = true; })");

    /// <summary>Nothing that WCAG 2.2 A or AA forbids and a program can find.</summary>
    public Task FindNoBarrierAsync() => FindNoBarrierAsync(_rules);

    /// <summary>Nothing of it that lies in the words: for a page that was looked at whole in another language.</summary>
    public Task FindNoBarrierInWordsAsync() => FindNoBarrierAsync(_rulesOfWords);

    private async Task FindNoBarrierAsync(object rules)
    {
        // The package's own way also opens a window for each look, which only pages with frames need; there are none.
        if (!await Page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await Page.EvaluateAsync(_axe);
        }

        var text = await Page.EvaluateAsync<string>(Look, rules);
        using var result = JsonDocument.Parse(text);
        result.RootElement.GetProperty("passes").GetInt32().ShouldBePositive($"axe looked at nothing in {Page.Url}");
        var found = result.RootElement.GetProperty("violations").EnumerateArray().Select(violation => $"{violation.GetProperty("id")} ({violation.GetProperty("impact")}): {violation.GetProperty("help")}\n    "
            + string.Join("\n    ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()))).ToList();
        found.ShouldBeEmpty($"{Page.Url} at {Page.ViewportSize!.Width} px");
    }

    /// <summary>The page fits the window: nobody has to scroll sideways to read it.</summary>
    public async Task FindNoSidewaysScrollAsync()
    {
        const string wide = """
            () => {
              const room = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= room) return [];
              const scrolls = element => { for (let at = element.parentElement; at; at = at.parentElement) { if (getComputedStyle(at).overflowX !== 'visible') return true; } return false; };
              return [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
                .slice(0, 5).map(element => element.outerHTML.slice(0, 120));
            }
            """;
        var found = await Page.EvaluateAsync<string[]>(wide);
        found.ShouldBeEmpty($"{Page.Url} is wider than {Page.ViewportSize!.Width} px");
    }

    /// <summary>Presses Tab until the focus stands on what <paramref name="selector"/> finds; fails when the keyboard never gets there.</summary>
    public async Task TabToAsync(string selector, int atMost = 80)
    {
        for (var pressed = 0; pressed < atMost; pressed++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector))
            {
                return;
            }
        }

        throw new ShouldAssertException($"{atMost} times Tab does not reach {selector} in {Page.Url}.");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
