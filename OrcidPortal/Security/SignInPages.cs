namespace OrcidPortal.Security;

/// <summary>The pages around signing in.</summary>
internal static class SignInPages
{
    public static IResult DemoAccountsList(string returnUrl) => new SmallPage("Choose a demo account")
        .Text("This portal runs as a demo on this computer. Everybody may use these accounts; nothing leaves the computer.")
        .List(DemoAccounts.All.Select(a => ($"/signin/demo/{a.Name}?returnUrl={Uri.EscapeDataString(returnUrl)}", $"{a.DisplayName} ({a.Name})", $"{a.Role}. {a.Purpose}.")))
        .AsResult();

    public static IResult Denied() => new SmallPage("You may not open this page")
        .Text("Your account does not have the role this page needs. If you think it should, ask the people who run the portal.")
        .Link("/", "Go to your home page")
        .OtherLink("/signout", "Sign out")
        .AsResult(StatusCodes.Status403Forbidden);

    public static IResult ConfirmSignOut(string tokenField, string token) => new SmallPage("Sign out?")
        .Text("You will be signed out of the portal in this browser. What is waiting to be sent to ORCID is sent all the same.")
        .Button("/signout", "Sign out", tokenField, token)
        .AsResult();

    public static IResult SignedOut() => new SmallPage("You are signed out")
        .Text("You can close this window, or sign in again.")
        .Link("/signin", "Sign in")
        .AsResult();

    public static IResult SignOutNotSent() => new SmallPage("You are still signed in")
        .Text("The request to sign out did not come from a page of the portal, or the page was too old. Please try again.")
        .Link("/signout", "Sign out")
        .AsResult(StatusCodes.Status400BadRequest);

    public static IResult SignInFailed() => new SmallPage("Signing in did not work")
        .Text("The sign-in service of your institution did not confirm who you are, or you cancelled. You can try again; if it fails once more, ask the people who run the portal.")
        .Link("/signin", "Try again")
        .AsResult(StatusCodes.Status403Forbidden);

    public static IResult UnknownDemoAccount() => new SmallPage("There is no such demo account")
        .Link("/signin/demo", "Choose a demo account")
        .AsResult(StatusCodes.Status404NotFound);
}
