using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Pupitre.Kernel;

namespace Pupitre.App.Shell;

/// <summary>
/// Whose word counts about who asks, at which name and whether through TLS: a reverse proxy on the machine itself, and those that the
/// setting <c>Proxies</c> names, addresses or networks with commas between them. From anybody else these headers are not believed.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Proxies";

    /// <exception cref="Refused">An entry of the setting is neither an address nor a network.</exception>
    public static ForwardedHeadersOptions Read(IConfiguration settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        foreach (var word in (settings[Setting] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(word, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                options.KnownProxies.Add(IPAddress.TryParse(word, out var address) ? address : throw new Refused(Texts.Serve_BadProxy.With(word)));
            }
        }

        return options;
    }
}
