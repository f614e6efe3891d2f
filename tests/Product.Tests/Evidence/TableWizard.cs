namespace Pupitre.Product.Tests.Evidence;

/// <summary>The steps of the wizard that reads a table or a log, as a browser without JavaScript takes them.</summary>
internal static class TableWizard
{
    public const string Wizard = "form:has([name='Input.Shape'])";
    private const int PauseMs = 100;
    private const int MaxLooks = 1200;

    public static Task<TestBrowser> ImportAsync(TestBrowser browser, params (string, string)[] fields) => SendAsync(browser, Wizard, "import", fields);

    // A browser sends the name and value of the button that was pressed.
    public static Task<TestBrowser> SendAsync(TestBrowser browser, string form, string act, params (string, string)[] fields)
    {
        foreach (var button in browser.Page.QuerySelectorAll($"{form} button[name=act]"))
        {
            var hidden = browser.Page.CreateElement("input");
            hidden.SetAttribute("type", "hidden");
            hidden.SetAttribute("name", "act");
            button.ParentElement!.ReplaceChild(hidden, button);
        }

        foreach (var extra in browser.Page.QuerySelectorAll($"{form} input[name=act]").Skip(1).ToList())
        {
            extra.Remove();
        }

        return browser.SendAsync(form, [.. fields, ("act", act)]);
    }

    /// <summary>Looks at the page of the import until it is no longer at work.</summary>
    public static async Task FinishAsync(TestBrowser browser)
    {
        for (var look = 0; look < MaxLooks && browser.Text.Contains("L’import est en cours", StringComparison.Ordinal); look++)
        {
            await Task.Delay(PauseMs);
            await browser.OpenAsync(browser.Path);
        }
    }
}
