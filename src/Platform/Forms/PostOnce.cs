using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Forms;

/// <summary>
/// Lets a form do its work once, however often it is sent. The first sending takes the form's key; when it ends in a redirect, that is
/// where each later one is led; when it ends in a refusal, the key is given back, because the form may be corrected and sent again.
/// </summary>
public sealed class PostOnce(RequestDelegate next)
{
    /// <summary>Hidden field that carries the key.</summary>
    public const string FieldName = "_once";

    private const int PatienceSeconds = 10;
    private const int PauseMs = 100;

    /// <summary>A sending that never ended (the program was stopped) no longer stands in the way after this.</summary>
    private static readonly Duration _stale = Duration.FromMinutes(2);

    private static readonly Duration _kept = Duration.FromDays(2);

    public async Task InvokeAsync(HttpContext context, IServiceScopeFactory scopes, IClock clock)
    {
        if (await KeyOfAsync(context) is not { } key)
        {
            await next(context);
            return;
        }

        var token = context.RequestAborted;
        for (var waited = 0; !await TakeAsync(scopes, key, clock.GetCurrentInstant(), token); waited += PauseMs)
        {
            var address = await AddressAsync(scopes, key, token);
            if (address is not null || waited > PatienceSeconds * 1000)
            {
                Answer(context, address);
                return;
            }

            await Task.Delay(PauseMs, token);
        }

        await RunAsync(context, scopes, key);
    }

    private async Task RunAsync(HttpContext context, IServiceScopeFactory scopes, Guid key)
    {
        var led = false;
        try
        {
            await next(context);
            led = context.Response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther;
        }
        finally
        {
            var address = led ? context.Response.Headers.Location.ToString() : null;
            await CloseAsync(scopes, key, address is { Length: > 0 and <= PostedForm.MaxAddressLength } ? address : null);
        }
    }

    private static async Task<Guid?> KeyOfAsync(HttpContext context)
    {
        // The gate before this one has read the form, whatever its coding. Uploads are streamed by their own routes: their body is not read here.
        var isForm = HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            && context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<ChecksOwnTokenAttribute>() is null;
        return isForm && Guid.TryParseExact((await context.Request.ReadFormAsync(context.RequestAborted))[FieldName], "N", out var key) ? key : null;
    }

    private static void Answer(HttpContext context, string? address)
    {
        if (address is null)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        context.Response.Redirect(address);
    }

    private static async Task<bool> TakeAsync(IServiceScopeFactory scopes, Guid key, Instant now, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await db.Set<PostedForm>().Where(form => (form.Key == key && form.Address == null && form.At < now - _stale) || form.At < now - _kept).ExecuteDeleteAsync(token);

        // One statement for both: looking first would let two sendings in between, and the loser's insert would be logged as an error.
        var at = db.Model.FindEntityType(typeof(PostedForm))!.FindProperty(nameof(PostedForm.At))!.GetTypeMapping().Converter?.ConvertToProvider(now) ?? now;
        return await db.Database.ExecuteSqlAsync($"insert into posted_forms (key, at) values ({key}, {at}) on conflict do nothing", token) == 1;
    }

    private static async Task<string?> AddressAsync(IServiceScopeFactory scopes, Guid key, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().Set<PostedForm>().Where(form => form.Key == key).Select(form => form.Address).SingleOrDefaultAsync(token);
    }

    // Even when the reader left meanwhile: the work was done, and that must stand.
    private static async Task CloseAsync(IServiceScopeFactory scopes, Guid key, string? address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var forms = scope.ServiceProvider.GetRequiredService<Db>().Set<PostedForm>().Where(form => form.Key == key);
        await (address is null ? forms.ExecuteDeleteAsync() : forms.ExecuteUpdateAsync(set => set.SetProperty(form => form.Address, address)));
    }
}
