using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Pupitre.App.Accounts;

/// <summary>
/// How often one address may send the forms of accounts and ask for calendars: neither passwords nor secret addresses are guessed by the
/// thousand, and nobody's mailbox is filled. A whole office behind one address signs in without noticing. The machine itself may do more:
/// its proxy may not say who asks.
/// </summary>
internal static class TriesByAddress
{
    private const int AtOnce = 60;
    private const int PerMinute = 30;
    private const int AtOnceHere = 1200;
    private const int PerMinuteHere = 600;
    private const int HostBytes = 8;

    /// <summary>Where forms of accounts, and files of people without one, are sent.</summary>
    private static readonly List<PathString> _posted = ["/account", "/deposit"];

    public static void Add(IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(static context =>
        {
            var address = Origin(context.Connection.RemoteIpAddress);
            return RateLimitPartition.GetTokenBucketLimiter(address, static address => IPAddress.IsLoopback(address) ? Bucket(AtOnceHere, PerMinuteHere) : Bucket(AtOnce, PerMinute));
        });
    });

    public static void Use(IApplicationBuilder app) =>
        app.UseWhen(static context => IsCounted(context.Request), static branch => branch.UseRateLimiter());

    private static bool IsCounted(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method)
            && _posted.Exists(start => request.Path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase)))
        || request.Path.StartsWithSegments("/calendar", StringComparison.OrdinalIgnoreCase);

    private static TokenBucketRateLimiterOptions Bucket(int atOnce, int perMinute) =>
        new() { TokenLimit = atOnce, TokensPerPeriod = perMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    // Whoever has an IPv6 address has a whole network of them.
    private static IPAddress Origin(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(HostBytes).Clear();
        return new IPAddress(bytes);
    }
}
