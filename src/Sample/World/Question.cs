using NodaTime;

namespace Pupitre.Sample.World;

/// <summary>A question to the accounting firm, followed in the firm's own tool: its steps in order of time.</summary>
public sealed record Question(string Number, string Subject, IReadOnlyList<QuestionStep> Steps)
{
    private const int PerMonth = 5;

    /// <summary>How often the firm comes back for a detail at most.</summary>
    private const int MaxRounds = 3;

    private static readonly IReadOnlyList<string> _subjects =
    [
        "Compte à utiliser pour une location longue durée", "TVA sur une facture intracommunautaire", "Note de frais sans justificatif",
        "Amortissement de la scie à format", "Écart sur le compte d'attente", "Retenue de garantie d'un chantier", "Avoir fournisseur à imputer",
        "Cotisation foncière des entreprises", "Prime exceptionnelle : régime social", "Relevé bancaire incomplet",
    ];

    public static IEnumerable<Question> OfMonth(DateOnly month, int age, Instant now) =>
        Enumerable.Range(1, PerMonth)
            .Select(place => Tell(month, age, place))
            .Select(question => question with { Steps = [.. question.Steps.Where(step => step.At <= now)] })
            .Where(question => question.Steps.Count > 0);

    private static Question Tell(DateOnly month, int age, int place)
    {
        var which = (age * 100) + place;
        var asked = SampleDays.OfMonth(month, Vary.Between(1, 18, "asked", which));
        var hour = Vary.Between(9, 16, "hour", which);
        var minute = Vary.Between(0, 58, "minute", which);
        var steps = new List<QuestionStep>
        {
            new(SampleDays.At(asked, hour, minute), QuestionStep.Asked, "Start", Cast.Pilot.Name),
            new(SampleDays.At(asked, hour, minute + 1), QuestionStep.AutomaticReply, "In Progress", "Automate"),
        };
        var days = AnswerDays(age, which);
        var answered = SampleDays.Business(asked, days);
        var answerHour = days == 1 ? Math.Max(9, hour - 1) : Vary.Between(9, 17, "reply", which);
        for (var (round, from) = (1, asked); Vary.Chance(round == 1 ? 20 : 35, "waits" + (round == 1 ? "" : round), which) && round <= MaxRounds; round++)
        {
            var wait = SampleDays.Business(from, 1);
            var told = SampleDays.Business(wait, Vary.Between(0, 3, "told" + (round == 1 ? "" : round), which));
            steps.Add(new QuestionStep(SampleDays.At(wait, 10, minute), QuestionStep.Waiting, "Wait - Client", Cast.AccountingClerk.Name));
            steps.Add(new QuestionStep(SampleDays.At(told, 17, minute), QuestionStep.Told, "In Progress", Cast.Pilot.Name));
            (from, answered) = (told, SampleDays.Business(told, 1));
        }

        steps.Add(new QuestionStep(SampleDays.At(answered, answerHour, minute), QuestionStep.Answered, "Resolved", Cast.AccountingClerk.Name, Vary.Chance(65, "mailed", which) ? QuestionStep.Mail : QuestionStep.Phone));
        steps.Add(new QuestionStep(SampleDays.At(SampleDays.Business(answered, 2), 9, minute), QuestionStep.Closed, "Completed", "Automate"));
        return new Question($"Q{month:yyMM}-{place:00}", Vary.OneOf(_subjects, "subject", which), steps);
    }

    private static int AnswerDays(int age, int which) => Vary.Chance(age is 7 or 8 ? 45 : 70, "quick", which) ? 1 : Vary.Between(2, 4, "late", which);
}

/// <summary>One line of the firm's tool.</summary>
/// <param name="Channel">How an answer was given: a mail leaves a trace at ours, a call does not.</param>
public sealed record QuestionStep(Instant At, string Activity, string Transition, string Resource, string? Channel = null)
{
    public const string Mail = "courriel";
    public const string Phone = "téléphone";

    public const string Asked = "Question reçue";
    public const string AutomaticReply = "Accusé automatique";
    public const string Waiting = "En attente du client";
    public const string Told = "Précision du client";
    public const string Answered = "Première réponse";
    public const string Closed = "Close";
}
