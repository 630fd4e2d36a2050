using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>The terms under which something is published.</summary>
public sealed class Licence : SubjectView
{
    internal Licence(Subject subject)
        : base(subject)
    {
        OsiApproved = IsTrue(Properties.OsiApproved);
        CountsAsOpen = OsiApproved || IsTrue(Properties.FsfLibre) || IsTrue(Properties.OpenData);
        Commercial = First(Properties.Commercial)?.Value switch
        {
            "yes" => CommercialUse.Yes,
            "conditional" => CommercialUse.Conditional,
            "no" => CommercialUse.No,
            _ => CommercialUse.Unknown,
        };
        Conditions = [.. All(Properties.Condition).Select(Condition.From)];
    }

    /// <summary>The SPDX id where there is one, which says more than the name; else the name.</summary>
    public string ShortName => Id.StartsWith("LicenseRef-", StringComparison.Ordinal) ? Name : Id;

    /// <summary>Whether the Open Source Initiative approved it.</summary>
    public bool OsiApproved { get; }

    /// <summary>Whether the Model Openness Framework accepts it: OSI-approved, FSF-libre or a listed open-data licence.</summary>
    public bool CountsAsOpen { get; }

    /// <summary>Whether it allows commercial use.</summary>
    public CommercialUse Commercial { get; }

    /// <summary>What it asks of those who use the work.</summary>
    public ImmutableArray<Condition> Conditions { get; }

    /// <summary>The conditions that make published weights restricted.</summary>
    public IEnumerable<Condition> Restrictions => Conditions.Where(condition => condition.Restricts);

    /// <summary>What those who use the work commercially have to keep to: the restrictions, and copyleft, by which what is sold is passed
    /// on with its source.</summary>
    public IEnumerable<Condition> CommercialConditions =>
        Restrictions.Concat(Conditions.Where(condition => condition.IsCopyleft)).Distinct();

    /// <summary>Whether it allows commercial use without a restriction; null when the facts do not say.</summary>
    public bool? IsPermissive =>
        Commercial switch
        {
            CommercialUse.Unknown => null,
            CommercialUse.Yes => !Restrictions.Any(),
            _ => false,
        };

    /// <summary>The conditions that what is built on the work has to keep.</summary>
    public IEnumerable<Condition> PassedOn => Conditions.Where(condition => condition.Kind is "pass-on" or "share-alike" or "naming");

    /// <summary>Whether it binds what is built on the work: by what the facts say of that, else by what it asks to be passed on; null when
    /// neither tells.</summary>
    public bool? BindsDerivatives =>
        TermsOf(Properties.Derivatives)?.Value switch
        {
            "bound" or "conditional" => true,
            "free" => false,
            _ when PassedOn.Any() => true,
            _ => IsPermissive == true ? false : null,
        };

    /// <summary>What it says of outputs or of what is built on the work: see
    /// <see cref="Properties.OfUse"/>; null when the facts do not say.</summary>
    public Statement? TermsOf(string property) => First(property);

    /// <summary>The statement on commercial use, or null.</summary>
    public Statement? CommercialStatement => First(Properties.Commercial);

    private Statement? First(string property) => All(property) is [var first, ..] ? first : null;

    private bool IsTrue(string property) => First(property)?.Value == "true";
}
