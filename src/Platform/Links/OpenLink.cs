using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Links;

/// <summary>
/// Opens a link for somebody without an account: finds it, and enters the company in whose name it was made, in a scope of its own. Opening
/// changes nothing; what the link is for is looked for behind it.
/// </summary>
public sealed class OpenLink(IServiceScopeFactory scopes, UseLink links)
{
    /// <returns>Always to be disposed of. Nothing is behind a link that does not work: it says how it stands.</returns>
    public async Task<OpenedLink> RunAsync(string purpose, string? secret, CancellationToken token)
    {
        var (state, link) = await links.FindAsync(purpose, secret, token);
        if (state != LinkState.Good)
        {
            return new OpenedLink(state);
        }

        var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<EnterLink>().RunAsync(link!, token) is { } company)
        {
            return new OpenedLink(LinkState.Good, link, company, scope);
        }

        await scope.DisposeAsync();
        return new OpenedLink(LinkState.Revoked);
    }
}

/// <summary>A link that was opened: the company behind it and its services, or why there is none.</summary>
public sealed class OpenedLink : IAsyncDisposable
{
    private readonly AsyncServiceScope? _scope;

    internal OpenedLink(LinkState state, ActionLink? link = null, Company? company = null, AsyncServiceScope? scope = null) =>
        (State, Link, Company, _scope) = (state, link, company, scope);

    public LinkState State { get; }

    /// <summary>The link; null where it does not work.</summary>
    public ActionLink? Link { get; }

    /// <summary>The company that was entered; null where the link does not work.</summary>
    public Company? Company { get; }

    /// <summary>A service that sees the company as the program does.</summary>
    /// <exception cref="InvalidOperationException">The link does not work.</exception>
    public T Get<T>()
        where T : notnull =>
        (_scope ?? throw new InvalidOperationException("The link opens nothing.")).ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
