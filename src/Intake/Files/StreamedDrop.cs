using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;

namespace Pupitre.Intake.Files;

/// <summary>
/// Files of a form as they come in: the fields and the form's token stand before them, so that nothing is stored for a stranger; each file
/// is read once, straight from the line, and its size has no limit but the store's.
/// </summary>
public static class StreamedDrop
{
    private const int MaxFieldBytes = 4_000;
    private const int DropBytes = 1 << 17;
    private const long MaxDroppedBytes = 4 * FileStore.MaxBytes;
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    /// <summary>Answers what is sent, however it breaks off.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, Func<MultipartReader, Task<IResult>> take, CancellationToken token)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            return await take(new MultipartReader(boundary, context.Request.Body));
        }
        catch (Exception broken) when (IsBrokenOff(broken))
        {
            // Whoever was sending stopped, lost the line, or writes no drop at all: the store has removed what had come.
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (Exception refusal) when (refusal is Refused or NotFound or AntiforgeryValidationException)
        {
            await DropRestAsync(context.Request.Body, token);
            throw;
        }
    }

    /// <summary>Whether the line broke, or what came over it is no drop.</summary>
    public static bool IsBrokenOff(Exception problem) => problem is BadHttpRequestException or InvalidDataException
        || (problem.GetType() == typeof(IOException) && !DiskFull.Is(problem));

    /// <summary>Reads it to its end. Whatever follows a refusal is left in the line.</summary>
    /// <param name="fields">What the form says, as far as it has come: what stands before a file is there when the file comes.</param>
    /// <param name="take">Takes one file.</param>
    /// <exception cref="AntiforgeryValidationException">The form's token is missing or another session's: no file was taken.</exception>
    public static async Task ReadAsync(
        MultipartReader reader, HttpContext context, IAntiforgery antiforgery, Dictionary<string, string> fields,
        Func<StreamedFile, Task> take, CancellationToken token)
    {
        var isChecked = false;
        while (await reader.ReadNextSectionAsync(token) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (!disposition.FileName.HasValue && !disposition.FileNameStar.HasValue)
            {
                fields[field] = await TextAsync(section.Body, token);
                continue;
            }

            await CheckAsync(context, antiforgery, fields);
            isChecked = true;
            var star = disposition.FileNameStar;
            var name = HeaderUtilities.RemoveQuotes(star.HasValue ? star : disposition.FileName).Value ?? "";
            if (name.Length > 0)
            {
                await take(new StreamedFile(field, name, section.ContentType, section.Body));
            }
        }

        if (!isChecked)
        {
            await CheckAsync(context, antiforgery, fields);
        }
    }

    /// <summary>A short text that stands where a file could.</summary>
    public static async Task<string> TextAsync(Stream body, CancellationToken token)
    {
        using var reader = new StreamReader(body);
        var buffer = new char[MaxFieldBytes];
        var length = await reader.ReadBlockAsync(buffer.AsMemory(), token);
        return new string(buffer, 0, length);
    }

    /// <summary>A browser that is still sending reads no answer: what is left is let in and dropped.</summary>
    public static async Task DropRestAsync(Stream body, CancellationToken token)
    {
        var buffer = new byte[DropBytes];
        for (long dropped = 0; dropped < MaxDroppedBytes && await body.ReadAsync(buffer, token) is > 0 and var read;)
        {
            dropped += read;
        }
    }

    private static async Task CheckAsync(HttpContext context, IAntiforgery antiforgery, Dictionary<string, string> fields)
    {
        context.Request.Headers[TokenHeader] = fields.GetValueOrDefault(TokenField, "-");
        await antiforgery.ValidateRequestAsync(context);
    }
}

/// <summary>One file as it comes in.</summary>
/// <param name="Field">Name of the form's field.</param>
public sealed record StreamedFile(string Field, string Name, string? MediaType, Stream Body);
