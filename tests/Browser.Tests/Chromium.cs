using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Pupitre.Browser.Tests.Chromium))]

namespace Pupitre.Browser.Tests;

/// <summary>
/// One browser for all tests: the machine's own Chromium (<c>PUPITRE_CHROMIUM</c> names another), never a downloaded one. The one without
/// windows, where there is one: the other draws its frame and buttons anew for each visitor, also where nobody sees them, and takes twice
/// as long.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";
    private const string WithWindows = "/usr/bin/chromium";

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PUPITRE_CHROMIUM")
                ?? (File.Exists(WithoutWindows) ? WithoutWindows : WithWindows),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
