using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ui;

namespace Pupitre.Sourcing.Edits;

/// <summary>
/// Saves a form over what somebody else saved meanwhile: fields that this form did not touch take what is saved, fields that only this
/// form touched are saved, and what both changed is asked.
/// </summary>
public sealed class MergeEdits(Db db)
{
    private const int MostAttempts = 3;

    /// <param name="mine">The form; what the other one changed alone is taken into it.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="prepare">The form as it would be filled now.</param>
    /// <param name="save">Saves it, and throws <see cref="DbUpdateConcurrencyException"/> over a newer version.</param>
    /// <returns>What was saved; or nothing, and what both changed. Sending the form again then saves it knowingly.</returns>
    internal async Task<Saved<T>> RunAsync<TInput, T>(TInput mine, IReadOnlyList<FormField<TInput>> fields, Func<Task<TInput>> prepare, Func<Task<T>> save)
        where TInput : class, IEditedInput
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new Saved<T>(await save(), []);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                // What the failed attempt left in the unit of work would be saved with the next one.
                db.ChangeTracker.Clear();
                var now = await prepare();
                db.ChangeTracker.Clear();
                var asked = Merge(fields, Opened(mine.Opened), now, mine);
                (mine.Version, mine.Opened) = (now.Version, Snapshot(fields, now));
                if (asked.Count > 0)
                {
                    return new Saved<T>(null, asked);
                }

                RefuseInvalid(mine);
            }
        }
    }

    /// <summary>
    /// Whether something that the form shows was changed since it was opened, by a way that raises no version of its own thing.
    /// </summary>
    internal static bool IsOutdated<TInput>(IReadOnlyList<FormField<TInput>> fields, TInput mine, TInput now)
        where TInput : class, IEditedInput
    {
        var opened = Opened(mine.Opened);
        return fields.Any(field => opened.TryGetValue(field.Name, out var then) && then != field.Read(now));
    }

    /// <summary>What the fields say, for the form to keep until it is sent.</summary>
    internal static string Snapshot<TInput>(IReadOnlyList<FormField<TInput>> fields, TInput input)
        where TInput : class => JsonSerializer.Serialize(fields.ToDictionary(field => field.Name, field => field.Read(input)));

    /// <summary>Takes into <paramref name="mine"/> what only the other one changed, and tells what both changed.</summary>
    internal static IReadOnlyList<Asked> Merge<TInput>(IReadOnlyList<FormField<TInput>> fields, IReadOnlyDictionary<string, string?> opened, TInput theirs, TInput mine)
        where TInput : class
    {
        var asked = new List<Asked>();
        foreach (var group in fields.GroupBy(field => field.Group))
        {
            var known = group.All(field => opened.ContainsKey(field.Name));
            if (known && group.All(field => field.Read(mine) == opened[field.Name]))
            {
                foreach (var field in group)
                {
                    field.Take(mine, theirs);
                }
            }
            else if (!known || group.Any(field => field.Read(theirs) != opened[field.Name]))
            {
                asked.AddRange(group.Where(field => field.Read(theirs) != field.Read(mine))
                    .Select(field => new Asked(field.Name, new Difference(field.Label, field.Show(field.Read(theirs)), field.Show(field.Read(mine))))));
            }
        }

        return asked;
    }

    private static Dictionary<string, string?> Opened(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? [] : JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // Two forms that are right on their own can contradict each other once they are one.
    private static void RefuseInvalid(object merged)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(merged, new ValidationContext(merged), problems, validateAllProperties: true))
        {
            throw new Refused(problems[0].ErrorMessage ?? "", problems[0].MemberNames.FirstOrDefault() ?? "");
        }
    }
}

/// <summary>A field that both changed.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Difference">What is saved, and what was typed.</param>
internal sealed record Asked(string Name, Difference Difference);

/// <summary>What became of a form.</summary>
/// <param name="Thing">What was saved; null when something has to be asked first.</param>
/// <param name="Asked">What both changed.</param>
internal sealed record Saved<T>(T? Thing, IReadOnlyList<Asked> Asked)
    where T : class;
