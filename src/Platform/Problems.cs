using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Platform;

/// <summary>
/// Gives the exceptions that have a meaning their status: the three of the operations, what a body or a token can be, a full disk, and what
/// the database itself refuses. The page for that status is rendered by the shell. Any other exception is a defect and goes on to the
/// error page and the log.
/// </summary>
internal sealed partial class Problems(RequestDelegate next, ILogger<Problems> logger)
{
    /// <summary>Key under which the message of a refusal reaches the page that shows it.</summary>
    public const string MessageKey = "pupitre.problem";

    /// <summary>Key that says that a form came without its token: the page was open too long, or in another session.</summary>
    public const string StaleKey = "pupitre.stale-form";

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
            context.Response.StatusCode = problem is AntiforgeryValidationException stale ? OfToken(context, stale) : StatusOf(problem)!.Value;
            context.Items[MessageKey] = problem is NotFound missing ? missing.Words : problem is Refused ? problem.Message : null;
        }
    }

    /// <summary>Status of a form whose token is missing, foreign or old, or that could not even be read for it.</summary>
    public static int OfToken(HttpContext context, Exception? problem)
    {
        if (problem?.InnerException is BadHttpRequestException broken)
        {
            return broken.StatusCode;
        }

        if (problem?.InnerException is not (IOException or InvalidDataException))
        {
            context.Items[StaleKey] = true;
        }

        return StatusCodes.Status400BadRequest;
    }

    private static int? StatusOf(Exception problem) => problem switch
    {
        Refused => StatusCodes.Status422UnprocessableEntity,
        NotFound => StatusCodes.Status404NotFound,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        BadHttpRequestException broken => broken.StatusCode,
        _ when DiskFull.Is(problem) => StatusCodes.Status507InsufficientStorage,
        _ when DatabaseRefusal.IsTaken(problem) => StatusCodes.Status409Conflict,
        _ when DatabaseRefusal.IsTooLong(problem) => StatusCodes.Status422UnprocessableEntity,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk is full")]
    private partial void NoRoom(Exception problem);
}
