using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CuratorDepartments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Within",
                table: "BulkFixes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Departments",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Within",
                table: "BulkFixes");

            migrationBuilder.DropColumn(
                name: "Departments",
                table: "Accounts");
        }
    }
}
