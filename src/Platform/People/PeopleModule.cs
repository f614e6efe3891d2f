using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.People;

/// <summary>The people of a company and of its providers: what the other modules name, no module keeps a second time.</summary>
public sealed class PeopleModule : Module
{
    public override void Register(IServiceCollection services) =>
        services.AddScoped<NamePerson>().AddScoped<DescribePerson>().AddScoped<SavePerson>().AddScoped<ReadPeople>().AddScoped<RemovePerson>().AddScoped<MergePersons>().AddScoped<PlanAbsence>().AddScoped<ISearch, SearchPeople>();

    public override string? PathOf(SubjectRef subject) => subject.Kind == Person.Kind ? $"people/{subject.Id}" : null;

    public override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("persons");
            person.HasIndex(row => new { row.CompanyId, row.FoldedName });
            person.Property(row => row.Name).HasMaxLength(Person.MaxNameLength);
            person.Property(row => row.FoldedName).HasMaxLength(Person.MaxNameLength * 2);
            person.Property(row => row.Function).HasMaxLength(Person.MaxFunctionLength);
            person.Property(row => row.Email).HasMaxLength(Person.MaxEmailLength);
            person.Property(row => row.Phone).HasMaxLength(Person.MaxPhoneLength);
            person.Property(row => row.SideKind).HasMaxLength(LedgerEntry.MaxSubjectLength);
            person.HasOne<Access.Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
            person.HasMany(row => row.Absences).WithOne().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            person.Ignore(row => row.Ref);
            person.Ignore(row => row.Side);
        });
        model.Entity<Absence>(absence =>
        {
            absence.ToTable("absences");
            absence.HasOne<Person>().WithMany().HasForeignKey(row => row.CoveredById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
