namespace Pupitre.Kernel.Tests;

public class RefusedTests
{
    [Fact]
    public void Names_the_input_that_it_is_about() => new Refused("Le SIREN compte 9 chiffres.", "Siren").Field.ShouldBe("Siren");
}
