using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Person = Pupitre.Platform.People.Person;

namespace Pupitre.Processes.Sample;

/// <summary>
/// Who does what at the sample company: with its providers for payroll and accounting, by itself for the rest; some of it unsaid.
/// </summary>
internal sealed class SayParts(Db db, SaveRoles save) : ISampleChapter
{
    private sealed record Part(string Name, KnowHowLevel? Level, params Duty[] Duties);

    private static readonly Part[] _payroll =
    [
        new(Cast.PayrollClerk.Name, KnowHowLevel.Alone, Duty.Does),
        new(Cast.Pilot.Name, KnowHowLevel.Knows, Duty.Validates),
        new(Cast.Deputy.Name, null, Duty.Files),
    ];

    private static readonly Part[] _accounting =
    [
        new(Cast.AccountingClerk.Name, KnowHowLevel.Alone, Duty.Does),
        new(Cast.Accountant.Name, KnowHowLevel.Teaches, Duty.Consulted),
        new(Cast.Pilot.Name, KnowHowLevel.Knows, Duty.Validates),
    ];

    private static readonly Part[] _own =
    [
        new(Cast.Deputy.Name, KnowHowLevel.Alone, Duty.Does, Duty.Files),
        new(Cast.Pilot.Name, KnowHowLevel.Knows, Duty.Validates),
    ];

    public int Order => 275;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var persons = (await db.Set<Person>().AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(token))
            .ToLookup(row => row.Name, row => row.Id, StringComparer.Ordinal);
        var standing = db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName);
        foreach (var process in await standing.ToListAsync(token))
        {
            var parts = process.Domain switch
            {
                Domain.Payroll => _payroll,
                Domain.Accounting => _accounting,
                _ => process.ErrorPercent is null ? [] : _own,
            };
            await SayAsync(process.Id, parts, persons, token);
        }
    }

    private async Task SayAsync(Guid process, Part[] parts, ILookup<string, Guid> persons, CancellationToken token)
    {
        if (parts.Length == 0)
        {
            return;
        }

        var input = await save.PrepareAsync(process, token);
        input.Roles = [.. parts.Where(part => persons.Contains(part.Name)).Select(part => new RoleInput
        {
            PersonKey = persons[part.Name].First().ToString(),
            Duties = [.. part.Duties.Select(duty => duty.ToString())],
            Level = part.Level,
        })];
        await save.RunAsync(input, token);
    }
}
