using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.People;

/// <summary>Says when a person is away and who covers for them; takes it back.</summary>
public sealed class PlanAbsence(Db db)
{
    /// <exception cref="Refused">The days are the wrong way round, overlap others, or the cover is away as well.</exception>
    public async Task RunAsync(Guid personId, AbsenceInput input, CancellationToken token)
    {
        var person = await PersonRows.FindAsync(db, personId, token);
        var (from, until) = (input.From!.Value, input.Until!.Value);
        if (until < from)
        {
            throw new Refused(Texts.Absence_Backwards, nameof(input.Until));
        }

        if (person.Absences.Any(known => known.From == from && known.Until == until && known.CoveredById == input.CoveredBy))
        {
            return;
        }

        if (person.Absences.FirstOrDefault(known => known.From <= until && from <= known.Until) is { } overlapping)
        {
            throw new Refused(Texts.Absence_Overlaps.With(person.Name, Moments.Short(overlapping.From), Moments.Short(overlapping.Until)), nameof(input.From));
        }

        if (person.Absences.Count >= Person.MaxAbsences)
        {
            throw new Refused(Texts.Absence_TooMany.With(Person.MaxAbsences));
        }

        var cover = input.CoveredBy is { } key ? await CoverAsync(person, key, from, until, token) : null;
        db.Add(Absence.Create(personId, from, until, cover?.Id));
        db.Record("AbsencePlanned", person.Ref, new { person.Name, From = from, Until = until, By = cover?.Name });
        await db.SaveChangesAsync(token);
    }

    public async Task TakeBackAsync(Guid personId, Guid absenceId, CancellationToken token)
    {
        var person = await PersonRows.FindAsync(db, personId, token);
        var absence = person.Absences.FirstOrDefault(row => row.Id == absenceId) ?? throw new NotFound();
        db.Remove(absence);
        db.Record("AbsenceTakenBack", person.Ref, new { person.Name, absence.From, absence.Until });
        await db.SaveChangesAsync(token);
    }

    private async Task<Person> CoverAsync(Person person, Guid key, DateOnly from, DateOnly until, CancellationToken token)
    {
        var cover = await db.Set<Person>().Include(row => row.Absences).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == key && row.Id != person.Id && row.SideId == person.SideId, token)
            ?? throw new Refused(Texts.Person_Unknown, nameof(AbsenceInput.CoveredBy));
        return cover.Absences.FirstOrDefault(known => known.From <= until && from <= known.Until) is { } away
            ? throw new Refused(Texts.Absence_CoverAway.With(cover.Name, Moments.Short(away.From), Moments.Short(away.Until)), nameof(AbsenceInput.CoveredBy))
            : cover;
    }
}

/// <summary>Days away.</summary>
public sealed class AbsenceInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Absence_DayMissing))]
    public DateOnly? From { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Absence_DayMissing))]
    public DateOnly? Until { get; set; }

    public Guid? CoveredBy { get; set; }
}
