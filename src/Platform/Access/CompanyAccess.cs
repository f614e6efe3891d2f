using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access;

/// <summary>
/// Enters the company named by the address, for those who belong to it, and lets the request pass when the person holds the permit
/// that the page names. To everybody else the company does not exist: 404, not 403, so that addresses tell nothing.
/// </summary>
internal sealed class CompanyAccess(RequestDelegate next)
{
    /// <summary>Route parameter that every page and route of a company starts with.</summary>
    public const string RouteKey = "company";

    /// <summary>Key under which the company entered reaches the page that says what went wrong, which is made in a scope of its own.</summary>
    public const string EnteredKey = "pupitre.entered";

    private static readonly CompiledQuery<Func<Db, Guid, string, Guid, string?, Task<Entered?>>> _entered = new(() => EF.CompileAsyncQuery((Db db, Guid accountId, string slug, Guid sessionId, string? stamp) =>
        db.Memberships.AsNoTracking()
            .Where(row => row.AccountId == accountId && row.Company.Slug == slug)
            .Select(row => new Entered(
                row.Role,
                row.ScopeKind,
                row.ScopeId,
                row.Company,
                db.Set<AccountSession>().Any(session => session.Id == sessionId && session.AccountId == accountId && db.Users.Any(account => account.Id == accountId && account.SecurityStamp == stamp)),
                db.Users.Where(account => account.Id == accountId).Select(account => account.DisplayName).FirstOrDefault(),
                db.Memberships.Any(other => other.AccountId == accountId && other.CompanyId != row.CompanyId)))
            .SingleOrDefault()));

    public async Task InvokeAsync(HttpContext context, Db db, Tenant tenant, KindHeads heads)
    {
        var required = context.GetEndpoint()?.Metadata.GetMetadata<RequiresPermitAttribute>();
        if (required is null)
        {
            await next(context);
            return;
        }

        if (context.User.Identity?.IsAuthenticated != true)
        {
            await context.ChallengeAsync();
            return;
        }

        await OneConnection.BeforeAsync(db, context.RequestAborted);
        if (!await EnterAsync(context, db, tenant))
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            await context.ChallengeAsync();
            return;
        }

        KeepPrivate(context.Response);
        if (!tenant.Allows(required.Permit))
        {
            // Who is limited to a provider begins there: the company's own first page is of all of it.
            if (tenant.Scope is { Kind: "provider" } scope && context.Request.Path == tenant.Path())
            {
                context.Response.Redirect(
                    tenant.Allows(Permit.ActForSide) ? tenant.Path("providers", scope.Id, "side") : tenant.Path("providers", scope.Id));
                return;
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await OneConnection.InsideAsync(context, db);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            heads.AskOnce();
        }

        await next(context);
    }

    // One question for all, taken apart once: who the person is, here and elsewhere, and whether their session goes on.
    private static async Task<bool> EnterAsync(HttpContext context, Db db, Tenant tenant)
    {
        var accountId = LiveSessions.AccountOf(context.User);
        var found = await _entered.For(db)(db, accountId, (context.GetRouteValue(RouteKey) as string) ?? "", LiveSessions.SessionOf(context.User), LiveSessions.StampOf(context.User))
            ?? throw new NotFound();
        if (!found.IsLive)
        {
            return false;
        }

        tenant.Enter(found.Company, accountId, Roles.PermitsOf(found.Role, found.ScopeId is not null));
        tenant.LimitTo(found.ScopeId is { } id ? new SubjectRef(found.ScopeKind!, id) : null);
        tenant.Introduce(found.Name ?? "", found.HasOthers);
        context.Items[EnteredKey] = tenant;
        return true;
    }

    // What a company's addresses answer is for one person's eyes, files above all: no proxy and no shared machine keeps it.
    private static void KeepPrivate(HttpResponse response) => response.OnStarting(() =>
    {
        if (response.Headers.CacheControl.Count == 0)
        {
            response.Headers.CacheControl = "private, no-store";
        }

        return Task.CompletedTask;
    });

    private sealed record Entered(Role Role, string? ScopeKind, Guid? ScopeId, Company Company, bool IsLive, string? Name, bool HasOthers);
}
