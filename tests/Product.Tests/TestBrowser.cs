using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Pupitre.Product.Tests;

/// <summary>Acts as a person without JavaScript does: opens addresses, fills the forms that the page shows, and sends them.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _http;

    public TestBrowser(Uri address, string language)
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>Status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query where the last answer came from, after redirects.</summary>
    public string Path { get; private set; } = "";

    public IDocument Page { get; private set; } = null!;

    /// <summary>Whether the last answer was a page, and not a file.</summary>
    public bool IsPage { get; private set; }

    /// <summary>What the page says, as a reader sees it: white space folded.</summary>
    public string Text => string.Join(' ', (Page.QuerySelector("main") ?? Page.Body)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<TestBrowser> OpenAsync(string path) => await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    public async Task<TestBrowser> SignInAsync(TestCompany company, string password = RunningPupitre.Password)
    {
        await OpenAsync("/account/sign-in");
        return await SendAsync("form[method=post]", ("Input.Email", company.Email), ("Input.Password", password));
    }

    /// <summary>Sends the form that <paramref name="selector"/> finds, with what it already holds and the given fields changed.</summary>
    public async Task<TestBrowser> SendAsync(string selector, params (string Name, string Value)[] fields)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} in {Path}: {Text}");
        var values = form.Elements.OfType<IHtmlElement>().SelectMany(Submitted).ToList();
        foreach (var (name, value) in fields)
        {
            if (form.QuerySelector($"[name='{name}']") is null)
            {
                throw new InvalidOperationException($"The form {selector} in {Path} has no field {name}.");
            }

            values.RemoveAll(pair => pair.Key == name);
            values.Add(new(name, value));
        }

        // A browser sends the name of the button that was pressed with the form: the first one, unless the test pressed another. Where one
        // button has no name, it is the one that does what the form is for, and it is pressed.
        var buttons = form.Elements.Where(IsSubmit).ToList();
        if (buttons.TrueForAll(button => button.GetAttribute("name") is { Length: > 0 }) && buttons.FirstOrDefault()?.GetAttribute("name") is { Length: > 0 } pressed && !buttons[0].HasAttribute("formaction") && !fields.Any(field => buttons.Exists(button => button.GetAttribute("name") == field.Name)))
        {
            values.Add(new(pressed, buttons[0].GetAttribute("value") ?? ""));
        }

        using var content = new FormUrlEncodedContent(values);
        var action = string.IsNullOrEmpty(form.GetAttribute("action")) ? Path : form.GetAttribute("action")!;
        return await ReadAsync(await _http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content));
    }

    /// <summary>Sends an upload form with files, its other fields first as browsers do.</summary>
    public async Task<TestBrowser> DropAsync(string selector, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] fields)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} in {Path}: {Text}");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Elements.OfType<IHtmlElement>().SelectMany(Submitted).Where(pair => fields.All(field => field.Name != pair.Key)))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await ReadAsync(await _http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.RelativeOrAbsolute), content));
    }

    /// <summary>Sends a form of the page itself with one file among its fields.</summary>
    public async Task<TestBrowser> SendFileAsync(string selector, string field, string name, byte[] file)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} in {Path}: {Text}");
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in form.Elements.OfType<IHtmlElement>().SelectMany(Submitted))
        {
            content.Add(new StringContent(value), key);
        }

        content.Add(new ByteArrayContent(file), field, name);
        return await ReadAsync(await _http.PostAsync(new Uri(Path, UriKind.RelativeOrAbsolute), content));
    }

    public Task<HttpResponseMessage> RawAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Submitted(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name: null or "" } or IHtmlInputElement { Type: "submit" or "file" or "button" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [new(box.Name!, box.Value)] : [],
        IHtmlInputElement input => [new(input.Name!, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [new(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => select.Options.Where(option => option.IsSelected).Select(option => new KeyValuePair<string, string>(name, option.Value)),
        _ => [],
    };

    private static bool IsSubmit(IElement element) => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" };

    private async Task<TestBrowser> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            IsPage = response.Content.Headers.ContentType?.MediaType == "text/html";
            Path = response.RequestMessage!.RequestUri!.PathAndQuery;
            Page = await RunningPupitre.ParseAsync(await response.Content.ReadAsStringAsync(), response.RequestMessage.RequestUri.AbsoluteUri);
        }

        return this;
    }
}
