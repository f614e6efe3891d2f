using System.Net;
using AngleSharp.Html.Dom;

namespace Pupitre.Product.Tests;

/// <summary>A client that follows nothing and fills nothing: a test sees each answer as it left the program. It keeps its cookies.</summary>
public sealed class PlainClient : IDisposable
{
    public const string TokenHeader = "RequestVerificationToken";

    private readonly HttpClient _http;

    private PlainClient(Uri address, CookieContainer cookies) => (Cookies, _http) = (cookies, new HttpClient(new HttpClientHandler
    {
        CookieContainer = cookies,
        AllowAutoRedirect = false,
    })
    { BaseAddress = address });

    public CookieContainer Cookies { get; }

    /// <summary>Headers that every request bears, as a proxy adds them.</summary>
    public System.Net.Http.Headers.HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public static PlainClient Stranger(Uri address) => new(address, new CookieContainer());

    public static async Task<PlainClient> SignedInAsync(Uri address, TestCompany company, string password = RunningPupitre.Password)
    {
        var client = Stranger(address);
        using var answer = await client.SignInAsync(company.Email, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>The same cookies in another place, as somebody who copied them has.</summary>
    public PlainClient Copied()
    {
        var cookies = new CookieContainer();
        cookies.Add(Cookies.GetCookies(_http.BaseAddress!));
        return new PlainClient(_http.BaseAddress!, cookies);
    }

    public async Task<HttpResponseMessage> SignInAsync(string email, string password)
    {
        var fields = await FieldsAsync("/account/sign-in", "form:has([type=password])");
        fields["Input.Email"] = email;
        fields["Input.Password"] = password;
        return await PostAsync("/account/sign-in", new FormUrlEncodedContent(fields));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation(TokenHeader, token);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>What the first form that <paramref name="selector"/> finds on a page would send.</summary>
    public async Task<Dictionary<string, string>> FieldsAsync(string path, string selector)
    {
        using var answer = await GetAsync(path);
        var page = await RunningPupitre.ParseAsync(await answer.Content.ReadAsStringAsync(), new Uri(_http.BaseAddress!, path).AbsoluteUri);
        var form = page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} in {path}, which answers {answer.StatusCode}.");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is { Length: > 0 } && input.Type is not ("checkbox" or "radio" or "file" or "submit")))
        {
            fields[input.Name!] = input.Value;
        }

        foreach (var select in form.Elements.OfType<IHtmlSelectElement>().Where(select => select.Name is { Length: > 0 }))
        {
            fields[select.Name!] = select.Value ?? "";
        }

        foreach (var area in form.Elements.OfType<IHtmlTextAreaElement>().Where(area => area.Name is { Length: > 0 }))
        {
            fields[area.Name!] = area.Value;
        }

        return fields;
    }

    /// <summary>A token of one of the person's pages.</summary>
    public async Task<string> TokenAsync(string path = "/account") => (await FieldsAsync(path, "form[action='/preferences']"))["__RequestVerificationToken"];

    public void Dispose() => _http.Dispose();
}
