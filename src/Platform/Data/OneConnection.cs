using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Pupitre.Platform.Data;

/// <summary>
/// Opens the database once for a request instead of once for each question: on SQLite each opening teaches the connection some fifteen
/// functions again, and on PostgreSQL it says the company. It goes back with the context.
/// </summary>
internal static class OneConnection
{
    /// <summary>SQLite: at once, and for as long as the request lasts. An idle connection holds nothing that others wait for.</summary>
    public static Task BeforeAsync(Db db, CancellationToken token) => db.Database.IsSqlite() ? db.Database.OpenConnectionAsync(token) : Task.CompletedTask;

    /// <summary>PostgreSQL: once the company is known, since the opening says it; only for pages, and only until the answer leaves, so that no slow reader holds one of the few.</summary>
    public static async Task InsideAsync(HttpContext context, Db db)
    {
        if (db.Database.IsNpgsql() && HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            await db.Database.OpenConnectionAsync(context.RequestAborted);
            context.Response.OnStarting(() => db.Database.CloseConnectionAsync());
        }
    }
}
