using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Platform;

/// <summary>
/// Gives the three exceptions that have a meaning their status, and a full disk its own; the page for that status is rendered by the
/// shell. Any other exception is a defect and goes on to the error page and the log.
/// </summary>
internal sealed partial class Problems(RequestDelegate next, ILogger<Problems> logger)
{
    /// <summary>Key under which the message of a refusal reaches the page that shows it.</summary>
    public const string MessageKey = "pupitre.problem";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception problem) when (StatusOf(problem) is not null && !context.Response.HasStarted)
        {
            if (DiskFull.Is(problem))
            {
                NoRoom(problem);
            }

            context.Response.Clear();
            context.Response.StatusCode = StatusOf(problem)!.Value;
            context.Items[MessageKey] = problem is NotFound missing ? missing.Words : problem is Refused ? problem.Message : null;
        }
    }

    private static int? StatusOf(Exception problem) => problem switch
    {
        Refused => StatusCodes.Status422UnprocessableEntity,
        NotFound => StatusCodes.Status404NotFound,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ when DiskFull.Is(problem) => StatusCodes.Status507InsufficientStorage,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk is full")]
    private partial void NoRoom(Exception problem);
}
